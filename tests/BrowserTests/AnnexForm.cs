using Microsoft.Playwright;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.BrowserTests;

/// <summary>Annex 1 as the stories fill it in.</summary>
internal static class AnnexForm
{
    /// <summary>Everything but the name, the introduction, the subject and the files.</summary>
    public static async Task FillIn(IPage page)
    {
        await page.Locator("#Form_PlannedRegistrationDate").FillAsync("2026-12-01");
        await page.Locator("#Form_PlanId").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByLabel("营销宣传").CheckAsync();
        foreach (var (field, value) in new[]
        {
            ("PurposeText", "本地优惠活动、网点公告和金融知识普及。"), ("Justification", "总行服务号难以及时发布浙江本地的网点调整与惠民活动信息。"),
            ("CreditCode", "913300001429123456"), ("RegisteredAddress", "浙江省杭州市"), ("OperatingAddress", "浙江省杭州市"),
            ("Sponsor_Name", "沈达明"), ("Sponsor_Position", "副行长"), ("Sponsor_Phone", "0571-87000001"),
            ("Responsible_Name", "徐建国"), ("Responsible_Position", "总经理"), ("Responsible_Phone", "0571-87000002"),
            ("Administrator_Name", "王晓梅"), ("Administrator_EmployeeNumber", "ZJ1001"), ("Administrator_Mobile", "13800000001"),
            ("BackupAdministrator_Name", "赵磊"), ("BackupAdministrator_EmployeeNumber", "ZJ1002"), ("BackupAdministrator_Mobile", "13800000002"),
            ("ContentReviewers_First", "王晓梅"), ("ContentReviewers_Second", "赵磊"), ("ContentReviewers_Final", "徐建国"),
            ("EmergencyContact_Name", "赵磊"), ("EmergencyContact_Phone", "13800000002"),
        })
        {
            await page.Locator("#Form_" + field).FillAsync(value);
        }
        await Choose(page, "Form.HostsTransactions", "false");
        await Choose(page, "Form.CollectsPersonalData", "false");
        await page.Locator("#Form_Undertaking").CheckAsync();
    }

    public static FilePayload Png(string name, int width, int height) =>
        new() { Name = name, MimeType = "image/png", Buffer = TestFiles.Png(width, height) };

    public static FilePayload Pdf(string name) => new() { Name = name, MimeType = "application/pdf", Buffer = TestFiles.Pdf() };

    private static Task Choose(IPage page, string name, string value) => page.Locator($"[name='{name}'][value='{value}']").CheckAsync();
}
