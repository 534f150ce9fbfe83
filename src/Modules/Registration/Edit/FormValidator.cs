using FluentValidation;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Registration.Applications;

namespace WeChatBankGov.Registration.Edit;

/// <summary>Shape of the form: what can't be stored, or shouldn't be typed. What is missing is the submission's business.</summary>
internal sealed class FormValidator : AbstractValidator<ApplicationForm>
{
    public FormValidator()
    {
        RuleFor(form => form).Custom((form, context) =>
        {
            foreach (var text in FormTexts.All)
            {
                if (text.Get(form) is { } value && Problem(text, value) is { } problem)
                {
                    context.AddFailure(text.Path, problem);
                }
            }
            if (form.PlannedRegistrationDate is { } day && !WorkCalendar.Covers(day))
            {
                context.AddFailure("plannedRegistrationDate", $"计划注册日期 {day:yyyy-MM-dd} 不是合理的日期，请填写今后一年以内的日期。");
            }
            if ((form.Purposes & ~(Purposes.Marketing | Purposes.Transactions | Purposes.CustomerService)) != 0)
            {
                context.AddFailure("purposes", "功能定位只能选择营销宣传、金融交易、客户服务。");
            }
        });
    }

    private static string? Problem(FormText text, string value) =>
        value.Length > text.MaxLength
            ? $"{text.Label}最多 {text.MaxLength} 个字符，现有 {value.Length} 个。"
            : PlainText.Problem(value, text.Kind == TextKind.Paragraphs, text.Kind == TextKind.Strict) is { } problem
                ? $"{text.Label}{problem}。"
                : null;
}
