using Microsoft.AspNetCore.Mvc.ModelBinding;
using WeChatBankGov.Kernel.Calendar;

namespace WeChatBankGov.Web.Start;

/// <summary>
/// Reads the days of all pages. Model binding's own message knows the value only and not that it should be a day, and so can't say
/// how one is written.
/// </summary>
internal sealed class DayBinding : IModelBinderProvider, IModelBinder
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.UnderlyingOrModelType == typeof(DateOnly) ? this : null;

    public Task BindModelAsync(ModelBindingContext binding)
    {
        var given = binding.ValueProvider.GetValue(binding.ModelName);
        if (given == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }
        binding.ModelState.SetModelValue(binding.ModelName, given);
        var text = given.FirstValue;
        if (DayInput.Read(text) is { } day)
        {
            binding.Result = ModelBindingResult.Success(day);
        }
        else if (!string.IsNullOrWhiteSpace(text))
        {
            binding.ModelState.TryAddModelError(binding.ModelName, DayInput.Unreadable(text));
        }
        else if (binding.ModelMetadata.IsReferenceOrNullableType)
        {
            binding.Result = ModelBindingResult.Success(null);
        }
        else
        {
            binding.ModelState.TryAddModelError(binding.ModelName, binding.ModelMetadata.ModelBindingMessageProvider.ValueMustNotBeNullAccessor(""));
        }
        return Task.CompletedTask;
    }
}
