using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Engagement.Simulator;

/// <summary>Somebody who acts: what an emitter writes into <c>actor</c>, and what must never reach an analytics table.</summary>
public sealed class SimulatedPerson
{
    private const string HomePage = "https://sso.learnwell.example";

    internal SimulatedPerson(string name, string handle, string domain, IdentifierKind kind)
    {
        Name = name;
        var mail = $"{handle}@{domain}";
        Mail = mail;
        var sha1 = Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes("mailto:" + mail)));
        var openId = $"https://{handle.Replace('.', '-')}.id.example.net/";
        (Address, Identifier) = kind switch
        {
            IdentifierKind.OpenId => (openId, "openid:" + openId),
            IdentifierKind.Account => (handle, $"account:{HomePage}|{handle}"),
            _ => (mail, "sha1:" + sha1),
        };
        TypedIdentifier = kind switch
        {
            IdentifierKind.Mbox => mail,
            IdentifierKind.MboxSha1Sum => sha1,
            IdentifierKind.OpenId => openId,
            _ => $"{HomePage}|{handle}",
        };
        Actor = kind switch
        {
            IdentifierKind.Mbox => Agent("mbox", "mailto:" + mail),
            IdentifierKind.MboxSha1Sum => Agent("mbox_sha1sum", sha1),
            IdentifierKind.OpenId => Agent("openid", openId),
            _ => Agent("account", new JsonObject { ["homePage"] = HomePage, ["name"] = handle }),
        };
        // The forum knows people by the hash of their address: still one learner.
        ForumActor = kind == IdentifierKind.Mbox ? Agent("mbox_sha1sum", sha1) : Actor;
    }

    public string Name { get; }

    /// <summary>Mail address, OpenID or account name, as the platform knows it.</summary>
    public string Address { get; }

    /// <summary>Where they can be written to; statements carry it only where it identifies them.</summary>
    public string Mail { get; }

    /// <summary>Their identifier as people type it.</summary>
    internal string TypedIdentifier { get; }

    /// <summary>What a pseudonym is made from: <c>sha1:…</c>, <c>openid:…</c> or <c>account:homePage|name</c>.</summary>
    public string Identifier { get; }

    internal byte[] Actor { get; }
    internal byte[] ForumActor { get; }

    private byte[] Agent(string property, JsonNode identifier) =>
        Fragments.Bytes(new JsonObject { ["name"] = Name, [property] = identifier });
}
