using Engagement.Statements.Reading;

namespace Engagement.Statements.Structures;

/// <summary>What an agent or group turned out to be.</summary>
/// <param name="Identifier">Which of the four kinds it has; Unknown: an anonymous group.</param>
/// <param name="Value">Token of the identifier; of an account's name.</param>
/// <param name="HomePage">Token of an account's home page, else 0.</param>
internal readonly record struct ActorTokens(bool IsGroup, Key Identifier, int Value, int HomePage, int MemberCount);
