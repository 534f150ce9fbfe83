using System.Text;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.IntegrationTests.App;

/// <summary>Files of employees' accounts, and what tests do with them.</summary>
internal static class AccountFiles
{
    public const string Heading = "工号,姓名,机构号,账号类型,微信名,微信号,简介";

    public static byte[] Csv(params string[] rows) => Encoding.UTF8.GetBytes(string.Join("\r\n", rows.Prepend(Heading)) + "\r\n");

    public static async Task<byte[]> Xlsx(params string?[][] rows)
    {
        using var file = new MemoryStream();
        await new XlsxDownload("a.xlsx", "员工账号", rows.Prepend(Heading.Split(',')).ToAsyncEnumerable()).Write(file, default);
        return file.ToArray();
    }

    /// <summary>Sends the file as the body, as a script would; not waiting for its screening.</summary>
    public static Task<Answer> Import(this GovClient person, byte[] file, string name = "员工账号.csv") =>
        person.Send(HttpMethod.Post, "screening/files?fileName=" + Uri.EscapeDataString(name), new ByteArrayContent(file));

    /// <summary>Imports and waits until it is screened.</summary>
    public static async Task<(Guid Id, Answer Detail)> Screened(this GovClient person, byte[] file, string name = "员工账号.csv")
    {
        var id = (Guid)(await person.Import(file, name)).Expect(System.Net.HttpStatusCode.Created)["id"];
        return (id, await person.Finished(id));
    }

    public static async Task<Answer> Finished(this GovClient person, Guid id, int seconds = 60)
    {
        for (var i = 0; i < seconds * 20; i++)
        {
            var detail = (await person.Get($"screening/files/{id}")).Expect(System.Net.HttpStatusCode.OK);
            if ((string?)detail["state"] is "Completed" or "Failed")
            {
                return detail;
            }
            await Task.Delay(50);
        }
        throw new TimeoutException($"File {id} is not screened after {seconds} seconds.");
    }

    public static async Task<IReadOnlyList<System.Text.Json.Nodes.JsonNode>> Findings(this GovClient person, Guid id, string query = "") =>
        [.. (await person.Get($"screening/files/{id}/findings?pageSize=100&{query}")).Expect(System.Net.HttpStatusCode.OK)["items"].AsArray().Select(n => n!)];
}
