using WeChatBankGov.Registration.Applications;

namespace WeChatBankGov.Registration.Read;

/// <summary>One line of the form as it is read: the field, what the form calls it, what stands there.</summary>
/// <param name="Field">In camelCase, as comments name it.</param>
/// <param name="Text">Empty when nothing was filled in.</param>
/// <param name="Wide">Takes the whole width: long texts.</param>
internal sealed record FormLine(string Field, string Label, string Text, bool Wide = false);

/// <summary>A part of annex 1 as it is read.</summary>
/// <param name="Files">The slots whose files belong to it.</param>
internal sealed record FormPart(string Title, IReadOnlyList<FormLine> Lines, IReadOnlyList<FileSlot> Files);

/// <summary>Annex 1 in its parts, to be read; every field at which the head office may comment occurs once.</summary>
internal static class FormParts
{
    public static IReadOnlyList<FormPart> Of(ApplicationForm form, string? planTitle) =>
        [.. AnnexPart.All.Select(part => new FormPart(
            part.Title,
            [.. part.Fields.Where(field => SlotOf(field) is null).Select(field => new FormLine(
                field, AnnexPart.Label(field), AnnexText.Of(form, field, planTitle), AnnexText.IsLong(field)))],
            [.. part.Fields.Select(SlotOf).OfType<FileSlot>()]))];

    /// <summary>The slot that a field stands for; null for a text.</summary>
    public static FileSlot? SlotOf(string field) =>
        Enum.GetValues<FileSlot>().Where(slot => slot.Field() == field).Cast<FileSlot?>().SingleOrDefault();
}
