using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Web.TagHelpers;

namespace WeChatBankGov.UnitTests.Web;

public class FieldHelperTests
{
    private static readonly Breach TooEarly = new("R07-1", 7, "plannedRegistrationDate", "距今天不足 3 个工作日", "请改为 2026年11月26日(周四) 或以后");

    [Theory]
    [InlineData("administrator.mobile", "Form.Administrator.Mobile")]
    [InlineData("contentReviewers[0].name", "Input.ContentReviewers[0].Name")]
    [InlineData("formName", "FormName")]
    public void A_breach_finds_its_field_whatever_the_page_calls_it(string api, string page) =>
        FieldPath.Key(page).ShouldBe(FieldPath.Key(api));

    [Fact]
    public async Task A_refused_field_shows_what_was_typed_and_why_it_was_refused()
    {
        var rig = new TagHelperRig();
        rig.View.ViewData.SetBreaches([TooEarly]);
        rig.View.ModelState.SetModelValue("Form.PlannedRegistrationDate", "明天", "明天");
        var html = await TagHelperRig.Render(Field(rig, "Form.PlannedRegistrationDate", new DateOnly(2026, 11, 25), f => f.Hint = "最早周四"));

        html.ShouldContain("id=\"field-plannedregistrationdate\" class=\"field is-invalid\"");
        html.ShouldContain("type=\"date\" value=\"明天\"");
        html.ShouldContain("aria-describedby=\"Form_PlannedRegistrationDate-breaches Form_PlannedRegistrationDate-help\"");
        html.ShouldContain("aria-invalid=\"true\"");
        html.ShouldContain("<a href=\"/measures#article-7\">依据《办法》第七条</a>");
    }

    [Fact]
    public async Task A_locked_field_is_text_and_comes_back_with_the_form()
    {
        var rig = new TagHelperRig();
        var html = await TagHelperRig.Render(Field(rig, "Form.Plan", "2", f =>
        {
            f.Locked = true;
            f.LockedNote = "第六条统一命名";
            f.Options = [new SelectListItem("统一规划", "1"), new SelectListItem("分行规划", "2")];
        }));
        html.ShouldContain("<span class=\"locked-value\">分行规划</span><span class=\"locked-note\">第六条统一命名</span>");
        html.ShouldContain("<input type=\"hidden\" name=\"Form.Plan\" value=\"2\">");
        html.ShouldNotContain("<select");
    }

    [Fact]
    public async Task Choices_are_a_group_with_a_legend_and_a_label_each()
    {
        var rig = new TagHelperRig();
        var html = await TagHelperRig.Render(Field(rig, "Form.Purposes", new List<string> { "b" }, f =>
        {
            f.Type = "checkboxes";
            f.Options = [new SelectListItem("甲", "a"), new SelectListItem("乙", "b")];
        }));
        html.ShouldStartWith("<fieldset");
        html.ShouldContain("id=\"Form_Purposes_2\" value=\"b\" checked>");
        html.ShouldContain("<label class=\"form-check-label\" for=\"Form_Purposes_2\">乙</label>");
    }

    [Fact]
    public async Task Texts_and_attributes_are_encoded_and_a_password_is_never_sent_back()
    {
        var rig = new TagHelperRig();
        var html = await TagHelperRig.Render(Field(rig, "Name", "\"><script>", f => f.MaxBytes = 5), "", new TagHelperAttribute("placeholder", "\"<i>"));
        html.ShouldNotContain("<script>");
        html.ShouldNotContain("<i>");
        html.ShouldContain("data-max-bytes=\"5\"");
        (await TagHelperRig.Render(Field(rig, "Password", "geheim", f => f.Type = "password"))).ShouldNotContain("geheim");
    }

    [Fact]
    public async Task The_summary_says_everything_once_and_advice_apart()
    {
        var rig = new TagHelperRig();
        rig.View.ViewData.SetBreaches([TooEarly, TooEarly, new("R20-4", 20, "introduction", "绝对化用语") { IsAdvice = true }]);
        rig.View.ModelState.AddModelError("Form.PlannedRegistrationDate", TooEarly.Message);
        rig.View.ModelState.AddModelError("Form.WeChatId", "格式不对");
        var html = await TagHelperRig.Render(new BreachSummaryTagHelper { ViewContext = rig.View });

        html.ShouldContain("有 2 处不符合要求");
        html.Split(TooEarly.Message).Length.ShouldBe(2);
        html.ShouldContain("href=\"#field-wechatid\"");
        html.ShouldContain("<div class=\"breach-advice\"");
        (await TagHelperRig.Render(new BreachSummaryTagHelper { ViewContext = new TagHelperRig().View })).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rule_that_refuses_in_many_places_is_named_once()
    {
        var rig = new TagHelperRig();
        rig.View.ViewData.SetBreaches([TooEarly, new("R07-2", 7, "name", "请填写名称"), new("R07-2", 7, "introduction", "请填写功能介绍")]);
        var html = await TagHelperRig.Render(new BreachSummaryTagHelper { ViewContext = rig.View });
        html.Split("R07-2").Length.ShouldBe(2);
        html.ShouldContain("请填写名称");
        html.ShouldContain("请填写功能介绍");
        html.IndexOf("R07-1", StringComparison.Ordinal).ShouldBeLessThan(html.IndexOf("R07-2", StringComparison.Ordinal));
    }

    private static GovFieldTagHelper Field<T>(TagHelperRig rig, string name, T value, Action<GovFieldTagHelper> set)
    {
        var field = new GovFieldTagHelper { For = rig.Expression(name, value), Label = "字段", ViewContext = rig.View };
        set(field);
        return field;
    }
}
