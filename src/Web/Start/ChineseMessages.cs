using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace WeChatBankGov.Web.Start;

/// <summary>Model binding's own messages, in Chinese, and none that we did not ask for.</summary>
internal static class ChineseMessages
{
    public static void Apply(MvcOptions mvc)
    {
        mvc.ModelBinderProviders.Insert(0, new DayBinding());
        mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        var messages = mvc.ModelBindingMessageProvider;
        messages.SetValueMustNotBeNullAccessor(_ => "请填写此项。");
        messages.SetMissingBindRequiredValueAccessor(_ => "请填写此项。");
        messages.SetMissingKeyOrValueAccessor(() => "请填写此项。");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "请求没有内容。");
        messages.SetValueIsInvalidAccessor(value => $"“{Short(value)}”不是有效的值。");
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => $"“{Short(value)}”不是有效的值。");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"“{Short(value)}”不是有效的值。");
        messages.SetUnknownValueIsInvalidAccessor(_ => "填写的值无效。");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "填写的值无效。");
        messages.SetValueMustBeANumberAccessor(_ => "请填写数字。");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "请填写数字。");
    }

    private static string Short(string value) => value.Length <= 40 ? value : value[..40] + "…";
}

/// <summary>Pages show what is true now and what only this person may see: no cache keeps them.</summary>
internal sealed class NoStorePages : IPageApplicationModelConvention
{
    public void Apply(PageApplicationModel model) =>
        model.Filters.Add(new ResponseCacheAttribute { NoStore = true, Location = ResponseCacheLocation.None });
}
