using System.Net;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.IntegrationTests.Screening;

/// <summary>Changes of terms, and waiting for what they would do.</summary>
internal static class Previews
{
    /// <summary>Proposes the change and waits for its preview.</summary>
    public static async Task<Answer> Previewed(this GovClient admin, object body) =>
        await admin.Previewed((Guid)(await admin.Post("screening/terms/changes", body)).Expect(HttpStatusCode.Created).Json!);

    public static async Task<Answer> Previewed(this GovClient admin, Guid id)
    {
        for (var i = 0; i < 600; i++)
        {
            var change = (await admin.Get($"screening/terms/changes/{id}")).Expect(HttpStatusCode.OK);
            if ((string?)change["state"] != "Previewing")
            {
                return change;
            }
            await Task.Delay(50);
        }
        throw new TimeoutException("The preview did not end within half a minute.");
    }
}
