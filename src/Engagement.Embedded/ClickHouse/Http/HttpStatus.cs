using Microsoft.AspNetCore.Http;

namespace Engagement.Embedded.ClickHouse.Http;

/// <summary>The HTTP status ClickHouse gives to each of its error codes.</summary>
internal static class HttpStatus
{
    public static int Of(int code) => code switch
    {
        194 => StatusCodes.Status401Unauthorized, // REQUIRED_PASSWORD
        192 or 193 or 516 or 512 or 497 => StatusCodes.Status403Forbidden, // unknown user, wrong password, role or access denied
        36 or 427 or 6 or 25 or 26 or 38 or 41 or 72 or 441 or 675 or 676 or 27 or 376 // bad arguments, values that can't be parsed
            or 15 or 44 or 37 or 123 or 8 or 167 or 168 or 223 or 62 // bad columns, trees and syntax
            or 117 or 53 or 321 => StatusCodes.Status400BadRequest, // bad data and types
        60 or 46 or 47 or 50 or 56 or 81 or 115 or 152 or 63 or 73 or 336 or 78 or 511 => StatusCodes.Status404NotFound, // unknown anything
        229 => StatusCodes.Status413PayloadTooLarge,
        48 => StatusCodes.Status501NotImplemented,
        209 or 76 or 439 => StatusCodes.Status503ServiceUnavailable, // socket timeout, can't open a file, can't schedule
        381 => StatusCodes.Status411LengthRequired,
        159 => StatusCodes.Status408RequestTimeout,
        779 => StatusCodes.Status415UnsupportedMediaType,
        _ => StatusCodes.Status500InternalServerError,
    };
}
