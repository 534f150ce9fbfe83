using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using SkiaSharp;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Seeding;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Registration.Edit;
using WeChatBankGov.Registration.Files;
using WeChatBankGov.Registration.Ledger;
using WeChatBankGov.Registration.Plans;
using WeChatBankGov.Registration.Start;
using WeChatBankGov.Registration.Submit;
using WeChatBankGov.Registration.Verification;
using WeChatBankGov.Registration.Withdraw;
using WeChatBankGov.Review.Contracts;

namespace WeChatBankGov.Registration.Demo;

/// <summary>
/// Applications in all states, so that no screen of the demo bank is empty. Done by the bank's people with the real commands on
/// days before today; 浙江分行 is left for whoever walks the story.
/// </summary>
internal sealed class DemoApplications(
    IDemoStage stage, StandingAccounts standing, IReviews reviews, IApprovals approvals, GovDbContext db, IConfiguration configuration, TimeProvider clock) : IDemoSeed
{
    private static readonly SKColor Teal = new(0x0B, 0x7A, 0x75);

    private Guid _unifiedPlan;

    public int Order => 100;

    public async Task Seed(CancellationToken cancel)
    {
        if (!configuration.GetValue("Demo:Applications", true))
        {
            return;
        }
        await standing.Prepare(cancel);
        await Plans();

        var jiangsu = await Passed("JS1001", "JS2001", "江苏省分行", "江苏", daysAgo: 75);
        await Approve(jiangsu, "HQ1002", 70, "材料齐备，同意设立。");
        await Verify(jiangsu, "JS1001", daysAgo: 60, verifiedDaysAgo: 61, "gh_7a31c05be2d4", "wx3f5a7c9e1b2d4f60");

        var beijing = await Passed("BJ1001", "BJ2001", "北京市分行", "北京", daysAgo: 14);
        await Approve(beijing, "HQ1003", 10, "同意。请在期限内完成官方认证。");

        var shanghai = await Passed("SH1001", "SH2001", "上海市分行", "上海", daysAgo: 52);
        await Approve(shanghai, "HQ1002", 48, "同意。");

        var sichuan = await Passed("SC1001", "SC2001", "四川省分行", "四川", daysAgo: 60);
        await Approve(sichuan, "HQ1003", 56, "同意。");
        await Verify(sichuan, "SC1001", daysAgo: 3, verifiedDaysAgo: 35, "gh_5d20b8f1c3a9", "wx8c2e4a6b0d1f3e57");

        await Passed("GD1001", "GD2001", "广东省分行", "广东", daysAgo: 3);
        await Submitted("HZ1001", "杭州市分行", "杭州", daysAgo: 1);
        await Judge(await Submitted("NB1001", "宁波市分行", "宁波", daysAgo: 5), "NB2001", 4,
            "头像四角被裁切，行徽标准图形不完整，请按VI手册第3章重新制作。");
        await ServiceAccounts();
    }

    private async Task Plans()
    {
        _unifiedPlan = await stage.Act("HQ1002", At(200), new PublishPlan.Command(
            PlanKind.Unified, "全行微信银行统一规划", "ⅩⅩ银电〔2026〕12号",
            "统一品牌、统一平台、分级运营：每家分行至多设一个订阅号，服务号由总行统一规划。", Day(200), null));
        await stage.Act("ZJ1003", At(150), new PublishPlan.Command(
            PlanKind.Construction, "浙江省分行微信银行建设规划", "ⅩⅩ银浙电〔2026〕3号", "设立分行订阅号，聚焦本地生活与网点服务。", Day(150), null));
    }

    private async Task ServiceAccounts()
    {
        var pending = await Service("中国ⅩⅩ银行普惠金融", daysAgo: 6);
        await Judge(pending, "HQ2001", 5);
        var rejected = await Service("中国ⅩⅩ银行积分商城", daysAgo: 30);
        await Judge(rejected, "HQ2001", 28);
        await Decide(rejected, "HQ1002", 27, Verdict.Reject, "功能与“ⅩⅩ银行信用卡”服务号重复，建议在该服务号内建设。");
        var withdrawn = await Service("中国ⅩⅩ银行私人银行", daysAgo: 9);
        await stage.Act("HQ1001", At(8), new WithdrawApplication.Command(withdrawn, await Version(withdrawn), "名称待与私人银行部商定。"));
        var given = await stage.Act("HQ1001", At(20), new StartApplication.Command(AccountForm.ServiceAccount));
        await stage.Act("HQ1001", At(19), new DiscardApplication.Command(given.Id, given.Version));
        await stage.Act("HZ1001", At(0), new StartApplication.Command(AccountForm.ServiceAccount));
    }

    private async Task<Guid> Service(string name, int daysAgo)
    {
        var id = await Filled("HQ1001", AccountForm.ServiceAccount, "总行", "北京", daysAgo, name);
        await stage.Act("HQ1001", At(daysAgo), new SubmitApplication.Command(id, await Version(id)));
        return id;
    }

    private async Task<Guid> Passed(string handler, string reviewer, string institution, string place, int daysAgo)
    {
        var id = await Submitted(handler, institution, place, daysAgo);
        await Judge(id, reviewer, daysAgo - 1);
        return id;
    }

    private async Task<Guid> Submitted(string handler, string institution, string place, int daysAgo)
    {
        var id = await Filled(handler, AccountForm.SubscriptionAccount, institution, place, daysAgo, null);
        await stage.Act(handler, At(daysAgo), new SubmitApplication.Command(id, await Version(id)));
        return id;
    }

    private async Task<Guid> Filled(
        string handler, AccountForm accountForm, string institution, string place, int daysAgo, string? name)
    {
        var when = At(daysAgo).AddHours(-1);
        var started = await stage.Act(handler, when, new StartApplication.Command(accountForm));
        var unified = await db.Set<RegistrationApplication>().AsNoTracking()
            .Where(a => a.Id == started.Id).Select(a => a.Form.Name).SingleAsync();
        var planned = Day(daysAgo).AddDays(20);
        var form = accountForm == AccountForm.ServiceAccount
            ? DemoForms.OfHeadOffice(name!, "中国ⅩⅩ银行股份有限公司", _unifiedPlan, planned)
            : DemoForms.OfBranch(unified!, $"中国ⅩⅩ银行股份有限公司{institution}", place, _unifiedPlan, planned);
        var version = (await stage.Act(handler, when, new SaveDraft.Command(started.Id, started.Version, form))).Version;
        (FileSlot Slot, MemoryStream Content, string Name)[] files =
        [
            (FileSlot.Avatar, DemoPictures.Avatar(Teal), "头像.png"),
            (FileSlot.ServicePageDesign, DemoPictures.PageDesign(Teal, 9), "首页.png"),
            (FileSlot.ServicePageDesign, DemoPictures.PageDesign(Teal, 6), "服务大厅.png"),
            (FileSlot.ContingencyPlan, DemoPictures.Document(), "应急预案.pdf"),
        ];
        foreach (var (slot, content, fileName) in files)
        {
            await using (content)
            {
                version = (await stage.Act(handler, when,
                    new AddApplicationFile.Command(started.Id, version, slot, content, fileName))).Version;
            }
        }
        return started.Id;
    }

    private async Task Judge(Guid application, string reviewer, int daysAgo, string? avatarFails = null)
    {
        var review = await reviews.Pending(application, CancellationToken.None);
        await stage.Act(reviewer, At(daysAgo), new JudgeVisualIdentity.Command(review!.Value, 1,
        [
            new(IdentityElement.Avatar, avatarFails is null, avatarFails),
            new(IdentityElement.Name, true, null),
            new(IdentityElement.ServicePageDesign, true, null),
        ], avatarFails is null ? "三要素均符合视觉识别系统的规定。" : "请修改头像后重新递交。"));
    }

    private Task Approve(Guid application, string approver, int daysAgo, string opinion) =>
        Decide(application, approver, daysAgo, Verdict.Approve, opinion);

    private async Task Decide(Guid application, string approver, int daysAgo, Verdict verdict, string opinion)
    {
        var approval = await approvals.Pending(application, CancellationToken.None);
        await stage.Act(approver, At(daysAgo), new DecideApproval.Command(approval!.Id, approval.Version, verdict, opinion, null));
    }

    private async Task Verify(Guid application, string handler, int daysAgo, int verifiedDaysAgo, string originalId, string appId)
    {
        var account = await db.Set<WeChatAccount>().AsNoTracking().SingleAsync(a => a.ApplicationId == application);
        await using var evidence = DemoPictures.PageDesign(Teal, 3);
        await stage.Act(handler, At(daysAgo), new RecordVerification.Command(
            account.Id, account.Version, $"{Day(verifiedDaysAgo):yyyy-MM-dd}", $"{Day(verifiedDaysAgo).AddYears(1):yyyy-MM-dd}", originalId, appId, evidence, "认证截图.png"));
    }

    private Task<int> Version(Guid application) => db.Set<RegistrationApplication>().AsNoTracking()
        .Where(a => a.Id == application).Select(a => a.Version).SingleAsync();

    private DateOnly Day(int daysAgo) => clock.BeijingToday().AddDays(-daysAgo);

    /// <summary>Ten in the morning; today's are a moment ago.</summary>
    private DateTime At(int daysAgo) => daysAgo == 0
        ? BeijingTime.ToBeijing(clock.UtcNow()).AddMinutes(-5)
        : Day(daysAgo).ToDateTime(new TimeOnly(10, 0));
}
