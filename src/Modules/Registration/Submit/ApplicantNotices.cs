using WeChatBankGov.Kernel.Notices;
using WeChatBankGov.Registration.Applications;

namespace WeChatBankGov.Registration.Submit;

/// <summary>Tells the handlers of the managing branch's e-banking department, and of the applying lower unit, what became of an application.</summary>
internal sealed class ApplicantNotices(INotices notices)
{
    /// <param name="application">The application, in its new state.</param>
    /// <param name="title">What happened, in Chinese.</param>
    /// <param name="text">What was said of it; may be empty.</param>
    /// <param name="cancel">Cancels the look-up.</param>
    public async Task Post(RegistrationApplication application, string title, string text, CancellationToken cancel)
    {
        foreach (var (to, suffix) in Applicants.Of(application.InstitutionId, application.ManagingBranchId))
        {
            await notices.Post(
                new($"registration/{application.Id:N}/{application.Round}/{application.State}/{suffix}", to,
                    $"{title}：{application.Title}", text, $"/registration/applications/{application.Id}"),
                cancel);
        }
    }
}
