using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Kernel.Web.TagHelpers;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Registration.Files;
using WeChatBankGov.Registration.Precheck;
using WeChatBankGov.Registration.Read;
using WeChatBankGov.Registration.Submit;

namespace WeChatBankGov.Registration.Edit;

/// <summary>Every button keeps what was typed and chosen first, then does its own.</summary>
internal sealed partial class EditPage
{
    /// <summary>The version that the person compared with and wants to overwrite; null otherwise.</summary>
    [BindProperty]
    public int? KeepMine { get; set; }

    /// <summary>Saved on the way (Enter in a field, an upload): no message at the top, the reader stays where they are.</summary>
    [BindProperty]
    public bool Quiet { get; set; }

    public async Task<IActionResult> OnPostSave() =>
        await Keep() ?? Next(Address + "/edit", Quiet ? null : "草稿已保存");

    /// <summary>While typing: texts only, answered as the API answers.</summary>
    public async Task<IActionResult> OnPostAutosave()
    {
        if (await Load() is { } refused)
        {
            return refused;
        }
        if (!ModelState.IsValid)
        {
            return Answer(Problems.Of(new Refusal(RefusalKind.Shape, [.. ModelState.Where(e => e.Value!.Errors.Count > 0)
                .Select(e => Breach.OfShape(e.Key, e.Value!.Errors[0].ErrorMessage))])));
        }
        var saved = await SaveTexts(isAutosave: Request.Headers.ContainsKey("X-Autosave"));
        return Answer(saved.Refusal is { } refusal ? Problems.Of(refusal) : TypedResults.Ok(saved.Value));
    }

    public async Task<IActionResult> OnPostPrecheck()
    {
        if (await Keep() is { } refused)
        {
            return refused;
        }
        var precheck = await Send(new PrecheckApplication.Query(Id));
        if (precheck.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }
        WouldPass = precheck.Value.WouldPass;
        Heading = $"预检：有 {precheck.Value.Findings.Count(b => !b.IsAdvice)} 处不符合要求，改好后才能递交";
        ViewData.SetBreaches(precheck.Value.Findings);
        return await Load() ?? Page();
    }

    public async Task<IActionResult> OnPostSubmit()
    {
        if (await Keep() is { } refused)
        {
            return AlreadySubmitted() ?? refused;
        }
        var submitted = await Send(new SubmitApplication.Command(Id, Version));
        if (submitted.Refusal is not { } refusal)
        {
            return Next(Address, $"已递交，编号 {submitted.Value.Number}");
        }
        return await Load() ?? AlreadySubmitted() ?? Refuse(refusal);
    }

    public async Task<IActionResult> OnPostDeleteFile(Guid fileId)
    {
        if (await Keep() is { } refused)
        {
            return refused;
        }
        var field = Opened.Files.FirstOrDefault(f => f.Id == fileId)?.Slot;
        var removed = await Send(new RemoveApplicationFile.Command(Id, Version, fileId));
        // Already gone: a second click, or a colleague. What was wanted holds.
        return removed.Refusal is { Kind: not RefusalKind.NotFound } refusal
            ? Refuse(refusal)
            : Next($"{Address}/edit#field-{field?.ToLowerInvariant()}");
    }

    /// <summary>A double click: the first one submitted it, which is what was wanted.</summary>
    private IActionResult? AlreadySubmitted() =>
        Opened is { State: ApplicationState.InReview or ApplicationState.InApproval }
            ? Next(Address, $"已递交，编号 {Opened.Number}")
            : null;

    /// <summary>Saves texts, then files: a refused file costs nobody the text. Null when everything was kept.</summary>
    private async Task<IActionResult?> Keep()
    {
        if (await Load() is { } refused)
        {
            return refused;
        }
        if (!ModelState.IsValid)
        {
            return Refuse(new(RefusalKind.Shape, []));
        }
        var saved = await SaveTexts(isAutosave: false);
        if (saved.Refusal is { } refusal)
        {
            return Compare(refusal);
        }
        // From here on the page shows what is saved: that is what the next change is compared with.
        (Version, Base) = (saved.Value.Version, null);
        ModelState.Remove(nameof(Base));
        var breaches = await SaveFiles();
        return breaches.Count == 0 ? null : await Load() ?? Refuse(new(RefusalKind.Shape, breaches));
    }

    private async Task<Outcome<SaveDraft.Saved>> SaveTexts(bool isAutosave)
    {
        Form.Purposes = Purposes.Aggregate(Applications.Purposes.None, (all, one) => all | one);
        if (NameIsFixed)
        {
            Form.Name = Opened.UnifiedName;
            ModelState.Remove("Form.Name");
        }
        var saved = await Send(new SaveDraft.Command(Id, KeepMine ?? Version, Form, isAutosave));
        if (saved.Refusal is not { CurrentVersion: not null } || await Load() is not null)
        {
            return saved;
        }
        // One's own second tab or second click, with the same text: nobody's work is at stake.
        var isSame = Opened is { UpdatedByMe: true } && Opened.State.IsEditable()
            && FormChanges.Between(Opened.Form, FormChanges.Normalised(Form)).Count == 0;
        return isSame ? new SaveDraft.Saved(Opened.Version, Opened.UpdatedAt) : saved;
    }

    private async Task<List<Breach>> SaveFiles()
    {
        (FileSlot Slot, IFormFile? File)[] chosen =
        [
            (FileSlot.Avatar, Avatar), .. ServicePageDesign.Select(file => (FileSlot.ServicePageDesign, (IFormFile?)file)),
            (FileSlot.OperatingAgreement, OperatingAgreement), (FileSlot.ImpactAssessment, ImpactAssessment),
            (FileSlot.ContingencyPlan, ContingencyPlan),
        ];
        var breaches = new List<Breach>();
        foreach (var (slot, file) in chosen)
        {
            if (file is null)
            {
                continue;
            }
            await using var content = file.OpenReadStream();
            var added = await Send(new AddApplicationFile.Command(Id, Version, slot, content, file.FileName));
            if (added.Refusal is { } refusal)
            {
                breaches.AddRange(refusal.Breaches.Select(b => b with { Field = b.Field ?? slot.Field() }));
            }
            else
            {
                Version = added.Value.Version;
            }
        }
        return breaches;
    }

    /// <summary>Shows a refused save; when somebody was quicker, with both contents beside each other.</summary>
    private IActionResult Compare(Refusal refusal)
    {
        if (refusal is { Kind: RefusalKind.Conflict, CurrentVersion: not null } && Opened.State.IsEditable())
        {
            var (theirs, mine) = (Opened.Form, FormChanges.Merged(FormChanges.Parse(Base), Opened.Form, FormChanges.Normalised(Form)));
            ModelState.Clear();
            (Form, Base) = (mine, FormChanges.ToJson(theirs).ToJsonString());
            ShowPurposes();
            Differences = [.. FormChanges.Between(theirs, mine).Select(field => new Difference(
                AnnexPart.Label(field), TextOf(theirs, field), TextOf(mine, field)))];
        }
        return Refuse(refusal);

        string TextOf(ApplicationForm form, string field) => field == "planId"
            ? Opened.Plans.FirstOrDefault(p => p.Id == form.PlanId)?.Text ?? ""
            : AnnexText.Of(form, field, plan: null);
    }
}
