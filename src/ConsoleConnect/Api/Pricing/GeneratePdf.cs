using Emulator.Domain.Companies;
using Emulator.Domain.Messages;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Api.Pricing;

/// <summary>Puts prices on paper (OpenAPI 1.0.0, 1.59.2).</summary>
internal static class GeneratePdf
{
    /// <summary>More lines than that are a catalogue; so many are drawn in less than two seconds.</summary>
    private const int MostLines = 2000;

    private static readonly BodyMember<bool?> SendEmail = Body.Flag(
        "sendEMail", "Whether the caller gets it by e-mail, too: the outbox has the letter.");

    private static readonly BodyMember<string?> DiscountCode = Body.Text(
        "discountCode", "The code of the discount that is in the prices: its name is printed.", maxLength: 255);

    private static readonly RequestSchema Schema = QuotedItems.Schema.With(SendEmail, DiscountCode);

    private const string Example = """
        {
          "sendEMail": true,
          "portsArray": [
            { "status": "CALCULATED", "location": "London, United Kingdom", "dcfId": "5a8ba9aac2e6a1b4d7575bb1",
              "speed": 1, "price": 300 }
          ],
          "connectionsArray": [
            { "status": "CALCULATED", "bandwidth": 50, "duration": { "value": 12, "unit": "m" },
              "srcLocation": "London, United Kingdom", "destLocation": "Frankfurt, Germany", "classOfService": "GOLD",
              "price": 931.2 }
          ],
          "iodArray": [
            { "status": "CALCULATED", "bandwidth": 10, "duration": { "value": 24, "unit": "m" },
              "location": "London, United Kingdom", "price": 3420 }
          ],
          "cloudRouterArray": [
            { "status": "CALCULATED", "duration": { "value": 6, "unit": "m" },
              "bandwidth": { "value": 500, "label": "500MB" }, "baseL3vpnCost": 200, "price": 1200 }
          ]
        }
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/pricing/generate-pdf", Handle)
        .Published("107", "Make a quotation of prices")
        .Tells("Puts prices that were calculated before on paper, a PDF: ports, connections, Internet On-Demand and "
            + "CloudRouters with their sites, each in a table, and their sums. The lists go by the names of the schema "
            + "or by those of the sample. Nothing is calculated again.")
        .MayBeCalledBy("Every logged-in user.")
        .Takes(Schema, Example)
        .Produces<byte[]>(StatusCodes.Status200OK, PdfAnswer.ContentType)
        .Answers(ServiceErrors.PdfTooLong, ServiceErrors.WrongType, ServiceErrors.OutOfBounds)
        .Assumes("What it looks like, that sums are made of the prices as they are sent, and that there may be 2000 "
            + "lines at most. That the letter goes to the caller. discountCode: quotations name the discount that "
            + "prices were calculated with.");

    private static IResult Handle(RequestBody body, Turn turn)
    {
        var asked = body.Checked(Schema);
        var sections = QuotedItems.Of(asked, turn.Reference);
        if (sections.Sum(section => section.Rows.Count) is > MostLines and var lines)
        {
            throw ServiceErrors.PdfTooLong.Because($"There are {lines} lines, sites among them.", MostLines);
        }

        var user = turn.Caller.User;
        var company = CompanyOf(turn);
        var quotation = new Quotation(
            company?.Name,
            $"{user.Name} <{user.Email}>",
            turn.Now.At,
            turn.Reference.Prices.Discounts.With(asked.Of(DiscountCode)) is { } discount
                ? $"{discount.MarketingCode}: {discount.Name} ({discount.Value} %, {discount.Duration})"
                : asked.Of(DiscountCode),
            sections);
        if (asked.Of(SendEmail) == true)
        {
            turn.Db.Letters.Add(new Letter
            {
                To = Recipient.User,
                UserId = user.Id,
                CompanyId = company?.Id,
                Kind = LetterKind.PriceQuotation,
                Subject = "Your price quotation",
                Text = $"Hello {{user}}, attached is your quotation, {Quotation.FileName}. Its total is USD "
                    + $"{Quotation.Amount(quotation.Total)}.",
                AboutId = user.Id,
                At = turn.Now.At,
            });
        }

        return new PdfAnswer(quotation);
    }

    /// <summary>The first of the caller's companies, as the answer to a login lists them.</summary>
    private static Company? CompanyOf(Turn turn) => turn.Reference.MembershipsOf(turn.Caller.User)
        .Select(membership => turn.Reference.Company(membership.CompanyId))
        .FirstOrDefault();

    /// <summary>A quotation, drawn once the turn has ended: nobody waits for it.</summary>
    private sealed class PdfAnswer(Quotation quotation) : IResult, ISentAfterTurn
    {
        public const string ContentType = "application/pdf";

        /// <inheritdoc/>
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Features.Set<ISentAfterTurn>(this);
            return Task.CompletedTask;
        }

        /// <inheritdoc/>
        public Task Send(HttpContext context)
        {
            context.Response.ContentType = ContentType;
            context.Response.Headers.ContentDisposition = $"attachment; filename=\"{Quotation.FileName}\"";
            var drawn = quotation.Drawn();
            context.Response.ContentLength = drawn.Length;
            return context.Response.Body.WriteAsync(drawn).AsTask();
        }
    }
}
