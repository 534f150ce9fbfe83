using System.Globalization;
using System.Net;

namespace WeChatBankGov.IntegrationTests.App;

/// <summary>The steps of the story over REST, for tests that need an application in a certain state.</summary>
internal static class Applications
{
    public const string Root = "registration/applications";

    /// <summary>Publishes the head office's unified plan and gives back its id.</summary>
    public static async Task<Guid> UnifiedPlan(this GovApp app) => await UnifiedPlan(await app.As("HQ1002"));

    /// <summary>The same as whoever publishes it.</summary>
    public static async Task<Guid> UnifiedPlan(GovClient head, string effectiveFrom = "2026-01-01")
    {
        var plans = await head.Get("plans?kind=Unified&inForce=true");
        if (plans["items"].AsArray() is [{ } plan, ..])
        {
            return (Guid)plan["id"]!;
        }
        var published = await head.Post("plans", new { title = "2026年微信银行统一规划", effectiveFrom });
        return (Guid)published.Expect(HttpStatusCode.Created).Json!;
    }

    /// <summary>A complete form but for the account's own parts.</summary>
    public static object CompleteForm(Guid planId, int version, string? name = null, string planned = "2026-12-01") => new
    {
        version,
        name,
        planId,
        plannedRegistrationDate = planned,
        introduction = "提供本地网点、优惠活动与业务指南，解答客户常见问题。",
        purposes = 5,
        purposeText = "本地营销宣传与客户服务，不含金融交易。",
        justification = "总行服务号面向全国客户，无法满足本地客户对网点、活动和惠民服务信息的需要，设立后由专人每周发布本地信息并答复留言，预计服务客户三十万人以上。",
        hostsTransactions = false,
        subjectName = "中国ⅩⅩ银行股份有限公司浙江省分行",
        creditCode = ValidCreditCode,
        registeredAddress = "浙江省杭州市",
        operatingAddress = "浙江省杭州市",
        sponsor = new { name = "沈达明", position = "副行长", phone = "0571-87000001" },
        responsible = new { name = "徐建国", position = "总经理", phone = "0571-87000002" },
        administrator = new { name = "王晓梅", employeeNumber = "ZJ1001", mobile = "13800000001" },
        backupAdministrator = new { name = "赵磊", employeeNumber = "ZJ1002", mobile = "13800000002" },
        contentReviewers = new { first = "王晓梅", second = "赵磊", final = "徐建国" },
        emergencyContact = new { name = "赵磊", phone = "13800000002" },
        publishingFrequency = "每周一次",
        collectsPersonalData = false,
        undertaking = true,
    };

    public const string ValidCreditCode = "913300001429123456";

    /// <summary>A draft with everything that a submission needs; its id and version.</summary>
    public static async Task<(Guid Id, int Version)> CompleteDraft(
        this GovApp app, GovClient handler, string accountForm = "SubscriptionAccount", string? name = null, string planned = "2026-12-01") =>
        await handler.CompleteDraft(await app.UnifiedPlan(), accountForm, name, planned);

    /// <summary>The same under a plan that is given.</summary>
    public static async Task<(Guid Id, int Version)> CompleteDraft(this GovClient handler, Guid plan, string accountForm, string? name, string planned)
    {
        var started = (await handler.Post(Root, new { accountForm })).Expect(HttpStatusCode.Created);
        var id = (Guid)started["id"];
        var unified = (string?)(await handler.Get($"{Root}/{id}"))["form"]["name"];
        var version = (int)(await handler.Patch($"{Root}/{id}", CompleteForm(plan, 1, name ?? unified, planned)))
            .Expect(HttpStatusCode.OK)["version"];
        version = await handler.UploadTo(id, version, "avatar", TestFiles.Png(), "avatar.png");
        version = await handler.UploadTo(id, version, "servicePageDesign", TestFiles.Png(750, 1334), "home.png");
        version = await handler.UploadTo(id, version, "servicePageDesign", TestFiles.Png(750, 1000), "menu.png");
        version = await handler.UploadTo(id, version, "contingencyPlan", TestFiles.Pdf(), "plan.pdf");
        return (id, version);
    }

    public static async Task<int> UploadTo(this GovClient handler, Guid id, int version, string slot, byte[] bytes, string name) =>
        (int)(await handler.Upload($"{Root}/{id}/files/{slot}", "file", bytes, name, ("version", version.ToString(CultureInfo.InvariantCulture))))
            .Expect(HttpStatusCode.OK)["version"];

    /// <summary>Submits and gives back the number.</summary>
    public static async Task<string> Submit(this GovClient handler, Guid id, int version) =>
        (string)(await handler.Post($"{Root}/{id}/submit", new { version })).Expect(HttpStatusCode.OK)["number"]!;

    /// <summary>The reviewer's judgement of the pending review; those named fail.</summary>
    public static async Task<Answer> Judge(this GovClient reviewer, Guid id, params string[] failing)
    {
        var review = (await reviewer.Get("reviews?state=Pending&pageSize=100"))["items"].AsArray()
            .Single(r => (Guid)r!["subjectId"]! == id)!;
        var detail = await reviewer.Get($"reviews/{review["id"]}");
        return await reviewer.Post($"reviews/{review["id"]}/judgement", new
        {
            version = (int)detail["version"],
            elements = new[] { "Avatar", "Name", "ServicePageDesign" }.Select(element => new
            {
                element,
                conforms = !failing.Contains(element),
                reason = failing.Contains(element) ? "不符合VI手册的规范。" : null,
            }),
            opinion = failing.Length == 0 ? "三要素均符合。" : "请修改后再递交。",
        });
    }

    /// <summary>The pending approval of an application, as the approver sees it.</summary>
    public static async Task<(Guid Id, int Version)> PendingApproval(this GovClient approver, Guid id)
    {
        var approval = (await approver.Get("approvals?state=Pending&pageSize=100"))["items"].AsArray()
            .Single(a => (Guid)a!["subjectId"]! == id)!;
        return ((Guid)approval["id"]!, (int)approval["version"]!);
    }

    public static async Task<Answer> Decide(this GovClient approver, Guid id, string verdict, string? opinion = null, params object[] comments)
    {
        var (approval, version) = await approver.PendingApproval(id);
        return await approver.Post($"approvals/{approval}/decision", new { version, verdict, opinion, comments });
    }
}
