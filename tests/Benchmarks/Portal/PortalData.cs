using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.Approval.Steps;
using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Organisation.Contracts;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Registration.Demo;
using WeChatBankGov.Registration.Ledger;
using WeChatBankGov.Text;

namespace WeChatBankGov.Benchmarks.Portal;

/// <summary>
/// Fills a database with applications of three years in all states, by the entities' own methods: two of five stand in the ledger,
/// one of five is a complete draft that waits to be submitted.
/// </summary>
internal sealed class PortalData(IServiceProvider services)
{
    private const int BatchSize = 1000;
    private const int Days = 3 * 365;

    // One moment for all of it: a fill over midnight would fall apart into two days.
    private readonly DateTime _now = TimeProvider.System.UtcNow();
    private readonly List<Guid> _drafts = [];
    private readonly List<Guid> _approved = [];
    private IReadOnlyList<InstitutionInfo> _branches = [];
    private InstitutionInfo _headOffice = null!;
    private CurrentPerson _handler = null!;
    private Guid _plan;

    /// <summary>Complete drafts of the head office's, ready to be submitted.</summary>
    public IReadOnlyList<Guid> Drafts => _drafts;

    public IReadOnlyList<Guid> Approved => _approved;

    /// <param name="count">How many applications.</param>
    /// <param name="plan">The plan in force that they are made under.</param>
    public async Task Fill(int count, Guid plan)
    {
        await using (var scope = services.CreateAsyncScope())
        {
            var institutions = scope.ServiceProvider.GetRequiredService<IInstitutions>();
            (_branches, _headOffice) = (await institutions.Branches(default), await institutions.HeadOffice(default));
            _handler = (await scope.ServiceProvider.GetRequiredService<IPeople>().Find("HQ1001", default))!;
            _plan = plan;
        }
        var contexts = services.GetRequiredService<IDbContextFactory<GovDbContext>>();
        for (var from = 0; from < count; from += BatchSize)
        {
            await using var db = await contexts.CreateDbContextAsync();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            for (var i = from; i < Math.Min(from + BatchSize, count); i++)
            {
                Add(db, i, _now.AddMinutes(-(count - i) * (Days * 24L * 60 / count)));
            }
            await db.SaveChangesAsync();
        }
    }

    private void Add(GovDbContext db, int i, DateTime now)
    {
        var isDraft = i % 5 == 4;
        var institution = isDraft ? _headOffice : _branches[i / 5 % _branches.Count];
        var name = $"中国ⅩⅩ银行便民{i:000000}";
        var application = RegistrationApplication.Start(AccountForm.ServiceAccount, institution, name, _handler, now);
        var planned = BeijingTime.BeijingDayOf(_now).AddDays(30);
        application.Edit(DemoForms.OfBranch(name, $"中国ⅩⅩ银行股份有限公司{institution.Name}", institution.PlaceName, _plan, planned), _handler, now);
        (FileSlot Slot, string Name)[] files =
        [
            (FileSlot.Avatar, "头像.png"), (FileSlot.ServicePageDesign, "首页.png"), (FileSlot.ServicePageDesign, "服务大厅.png"), (FileSlot.ContingencyPlan, "应急预案.pdf"),
        ];
        foreach (var (slot, fileName) in files)
        {
            var type = fileName.EndsWith("pdf", StringComparison.Ordinal) ? "application/pdf" : "image/png";
            application.Add(new() { Slot = slot, FileName = fileName, Sha256 = new string('0', 64), ContentType = type, Length = 48_213, UploadedAt = now }, _handler, now);
        }
        db.Add(application);
        if (isDraft)
        {
            _drafts.Add(application.Id);
        }
        else
        {
            TakeItsWay(db, application, i, now);
        }
    }

    private void TakeItsWay(GovDbContext db, RegistrationApplication application, int i, DateTime now)
    {
        var day = BeijingTime.BeijingDayOf(now);
        application.Submit($"ZC-{day.Year}-{i + 200_000:000000}", _handler, day, now);
        Step(db, application, "递交申请", "", 7, now);
        var state = i % 20 / 2;
        if (state == 0)
        {
            Claim(db, application);
            return;
        }
        application.PassReview(now.AddHours(3));
        Step(db, application, "形象设计审核通过", "三要素均符合视觉识别系统的规定。", 9, now.AddHours(3));
        switch (state)
        {
            case <= 2:
                Claim(db, application);
                break;
            case 3:
                application.Return(["introduction"], [new() { ApplicationId = application.Id, Round = 1, Field = "introduction", Text = "请写明服务对象。", By = "周立新（总行电子银行部）" }], now.AddHours(8));
                Step(db, application, "退回补正", "请写明服务对象。", 7, now.AddHours(8));
                Claim(db, application);
                break;
            case 4:
                application.Reject(now.AddHours(8));
                Step(db, application, "不同意", "功能与现有服务号重复。", 7, now.AddHours(8));
                break;
            case 5:
                application.Withdraw(_handler, now.AddHours(5));
                Step(db, application, "撤回", "", 7, now.AddHours(5));
                break;
            default:
                Approve(db, application, i, now.AddHours(8));
                break;
        }
    }

    private void Approve(GovDbContext db, RegistrationApplication application, int i, DateTime now)
    {
        application.Approve(now);
        Step(db, application, "总行审批同意", "材料齐备，同意设立。", 7, now);
        Claim(db, application);
        var day = BeijingTime.BeijingDayOf(now);
        var account = WeChatAccount.Approved(application, Folding.Key(application.Form.Name!), day, new(day.AddMonths(1), false), now);
        if (i % 4 != 0)
        {
            // Renewed every year since: nothing here waits for the watch over deadlines, which would work beside what is measured.
            var until = BeijingTime.BeijingDayOf(_now).AddDays(100 + i % 200);
            account.RecordVerification(new($"gh_{i:x12}", $"wx{i:x16}", day, until, "认证截图.png", new string('0', 64), "image/png", 48_213), late: false, _handler, now);
        }
        else if (account.IsPastDue(_now))
        {
            account.RecordLapse(_now);
        }
        db.Add(account);
        _approved.Add(application.Id);
    }

    private static void Claim(GovDbContext db, RegistrationApplication application) => db.AddRange(
        SubmissionCheck.ClaimKeys(application).Select(key => new NameClaim { Key = key, ApplicationId = application.Id, Holder = $"申请 {application.Number}" }));

    private void Step(GovDbContext db, RegistrationApplication application, string step, string opinion, int article, DateTime at) => db.Add(new TimelineEntry
    {
        SubjectId = application.Id,
        At = at,
        Place = 0,
        PersonId = _handler.Id,
        PersonName = _handler.Name,
        InstitutionName = _handler.InstitutionName,
        DepartmentName = _handler.DepartmentName,
        Step = step,
        Opinion = opinion,
        Article = article,
    });
}
