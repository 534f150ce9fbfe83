using System.Globalization;
using System.Text;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.IntegrationTests.App;

/// <summary>Files of employees' accounts, and what tests do with them.</summary>
internal static class AccountFiles
{
    public const string Heading = "工号,姓名,机构号,账号类型,微信名,微信号,简介";

    public static byte[] Csv(params string[] rows) => Encoding.UTF8.GetBytes(string.Join("\r\n", rows.Prepend(Heading)) + "\r\n");

    /// <summary>
    /// The lines of a large file of 西湖支行's employees, the heading first: of every hundred names one holds 农行 in disguise, of
    /// every two hundred introductions one, and one row in a thousand has an institution that does not exist.
    /// </summary>
    public static IEnumerable<string> Many(int rows) => Enumerable.Range(0, rows).Select(i => string.Create(CultureInfo.InvariantCulture,
        $"E{i:D7},员工{i % 5000},{(i % 1000 == 11 ? "999999" : "330106")},公众号,{(i % 100 == 7 ? "西湖農·行小店" : "西湖边的小店")}{i:D7},wx_{i:D7},{(i % 200 == 3 ? "在农行上班" : "分享本地生活与美食")}"))
        .Prepend(Heading);

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
