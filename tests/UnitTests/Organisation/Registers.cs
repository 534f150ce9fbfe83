using System.IO.Compression;
using System.Text;
using WeChatBankGov.Kernel;
using WeChatBankGov.Organisation;
using WeChatBankGov.Organisation.Institutions.Import;

namespace WeChatBankGov.UnitTests.Organisation;

/// <summary>Small registers written by hand, and the one at full size.</summary>
internal static class Registers
{
    public const string Heading = "code,level,name,full_place_name,place_name,parent_code";

    public const string HeadOffice = "000000,HeadOffice,总行,,,";

    public const string Jilin = "220000,Tier1Branch,吉林省分行,吉林,吉林,000000";

    public const string JilinCity = "220200,Tier2Branch,吉林市分行,吉林市,吉林,220000";

    public static byte[] Bytes(params string[] lines) => Encoding.UTF8.GetBytes(string.Join("\r\n", [Heading, .. lines]));

    public static RegisterFile File(params string[] lines) => RegisterFile.Read(Bytes(lines));

    public static RegisterPlan Plan(IReadOnlyList<Institution> existing, params string[] lines) =>
        RegisterPlan.Make(File(lines), existing, new BankOptions(), new GovSettings());

    /// <summary>The institutions that a register makes.</summary>
    public static List<Institution> Institutions(params string[] lines)
    {
        var plan = Plan([], lines);
        plan.Report.Errors.ShouldBeEmpty();
        return [.. plan.Added];
    }

    /// <summary>24,016 rows of an invented bank.</summary>
    public static byte[] AtFullSize()
    {
        using var stream = typeof(Registers).Assembly.GetManifestResourceStream("institutions.csv.gz")!;
        using var gzip = new GZipStream(stream, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        gzip.CopyTo(bytes);
        return bytes.ToArray();
    }
}
