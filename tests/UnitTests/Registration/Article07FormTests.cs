using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Registration.Articles;

namespace WeChatBankGov.UnitTests.Registration;

/// <summary>Annex 1, complete.</summary>
public sealed class Article07FormTests
{
    [Fact]
    [Trait("Rule", "R07-2"), Trait("Side", "Accepts")]
    public void Article07_Accepts_a_complete_form() => Check(_ => { }).ShouldBeEmpty();

    [Fact]
    [Trait("Rule", "R07-2"), Trait("Side", "Refuses")]
    public void Article07_Refuses_an_empty_form_with_every_missing_field_at_once()
    {
        var found = FormRules.FormComplete(AccountForm.SubscriptionAccount, new() { ViVersion = " " }, [], new WidthRange()).ToList();
        found.ShouldAllBe(b => b.Code == "R07-2" && b.Article == 7 && b.Field != null);
        found.Select(b => b.Field).ShouldBe(
        [
            "plannedRegistrationDate", "introduction", "viVersion", "purposes", "purposeText", "justification", "hostsTransactions",
            "subjectName", "creditCode", "registeredAddress", "operatingAddress",
            "sponsor.name", "sponsor.position", "sponsor.phone", "responsible.name", "responsible.position", "responsible.phone",
            "administrator.name", "administrator.employeeNumber", "administrator.mobile",
            "backupAdministrator.name", "backupAdministrator.employeeNumber", "backupAdministrator.mobile",
            "contentReviewers.first", "contentReviewers.second", "contentReviewers.final",
            "emergencyContact.name", "emergencyContact.phone",
            "collectsPersonalData", "contingencyPlan", "undertaking",
        ]);
    }

    [Theory]
    [InlineData("913300001429123457", "校验位不符")]                   // another last character
    [InlineData("913300001429123465", "校验位不符")]                   // two characters exchanged
    [InlineData("91330000142912345", "应为 18 位，现有 17 位")]
    [InlineData("9133000014291234560", "应为 18 位，现有 19 位")]
    [InlineData("9133O0001429123456", "不含 I、O、S、V、Z")]           // the letter O for a nought
    [InlineData("913300001429123４56", "只含数字和大写字母")]           // a full-width digit
    [Trait("Rule", "R07-2"), Trait("Side", "Refuses")]
    public void Article07_Refuses_a_credit_code_that_the_standard_does_not_know(string code, string words) =>
        Check(f => f.CreditCode = code).ShouldRefuse("R07-2", 7, "creditCode").Message.ShouldContain(words);

    [Theory]
    [InlineData("913300001429123456")]
    [InlineData("91350100M000100Y43")]   // the example of GB 32100-2015
    [Trait("Rule", "R07-2"), Trait("Side", "Accepts")]
    public void Article07_Accepts_a_credit_code_with_the_right_check_character(string code) =>
        Check(f => f.CreditCode = code).ShouldBeEmpty();

    [Theory]
    [InlineData("银a", 3)]
    [InlineData("中国ⅩⅩ银行浙江省杭州市分行营a", 31)]
    [Trait("Rule", "R07-2"), Trait("Side", "Refuses")]
    public void Article07_Refuses_a_name_outside_the_platforms_width(string name, int width) =>
        Check(f => f.Name = name).ShouldRefuse("R07-2", 7, "name").Message
            .ShouldBe($"名称的宽度是 {width}（汉字计 2，英文和数字计 1），平台允许 4 至 30。");

    [Theory]
    [InlineData("银行")]
    [InlineData("ABCD")]
    [InlineData("中国ⅩⅩ银行浙江省杭州市分行营")]
    [Trait("Rule", "R07-2"), Trait("Side", "Accepts")]
    public void Article07_Accepts_a_name_at_the_limits_of_the_width(string name) => Check(f => f.Name = name).ShouldBeEmpty();

    [Theory]
    [InlineData(3)]
    [InlineData(121)]
    [Trait("Rule", "R07-2"), Trait("Side", "Refuses")]
    public void Article07_Refuses_an_introduction_outside_its_length(int length) =>
        Check(f => f.Introduction = new('介', length)).ShouldRefuse("R07-2", 7, "introduction").Message
            .ShouldBe($"功能介绍有 {length} 个字，应在 4 至 120 个字之间。");

    [Theory]
    [InlineData(4)]
    [InlineData(120)]
    [Trait("Rule", "R07-2"), Trait("Side", "Accepts")]
    public void Article07_Accepts_an_introduction_at_the_limits(int length) =>
        Check(f => f.Introduction = new('介', length)).ShouldBeEmpty();

    [Theory]
    [InlineData("abcde")]                   // 5
    [InlineData("abcdefghijklmnopqrstu")]   // 21
    [InlineData("1abcde")]
    [InlineData("农行zhejiang")]
    [InlineData("abcdef\n")]
    [Trait("Rule", "R07-2"), Trait("Side", "Refuses")]
    public void Article07_Refuses_a_WeChat_id_that_the_platform_does_not_allow(string id) =>
        Check(f => f.WeChatId = id).ShouldRefuse("R07-2", 7, "weChatId").Message.ShouldContain("6 至 20 位");

    [Theory]
    [InlineData("abcdef")]
    [InlineData("abc-def_ghijklmnopq1")]
    [InlineData("")]
    [InlineData(null)]
    [Trait("Rule", "R07-2"), Trait("Side", "Accepts")]
    public void Article07_Accepts_a_WeChat_id_that_is_allowed_or_left_out(string? id) => Check(f => f.WeChatId = id).ShouldBeEmpty();

    [Theory]
    [InlineData("周杰", "周杰", "郑华")]
    [InlineData("周杰", "吴敏", "周杰")]
    [InlineData("周杰", "吴敏", " 吴敏 ")]
    [Trait("Rule", "R07-2"), Trait("Side", "Refuses")]
    public void Article07_Refuses_three_reviewers_who_are_not_three(string first, string second, string final) =>
        Check(f => f.ContentReviewers = new() { First = first, Second = second, Final = final })
            .ShouldRefuse("R07-2", 7, "contentReviewers.final").Message.ShouldContain("须是三个不同的人");

    [Fact]
    [Trait("Rule", "R07-2"), Trait("Side", "Refuses")]
    public void Article07_Refuses_the_administrator_as_his_own_backup() =>
        Check(f => f.BackupAdministrator.EmployeeNumber = f.Administrator.EmployeeNumber)
            .ShouldRefuse("R07-2", 7, "backupAdministrator.employeeNumber").Message.ShouldContain("两个不同的人");

    [Fact]
    [Trait("Rule", "R07-2"), Trait("Side", "Accepts")]
    public void Article07_Accepts_two_administrators_of_one_name_told_apart_by_number() =>
        Check(f => f.BackupAdministrator.Name = f.Administrator.Name).ShouldBeEmpty();

    [Theory]
    [InlineData("1380000000")]
    [InlineData("12800000000")]
    [InlineData("１３８00000000")]
    [InlineData("0571-87000000")]
    [Trait("Rule", "R07-2"), Trait("Side", "Refuses")]
    public void Article07_Refuses_an_administrators_number_that_is_no_mobile_number(string mobile) =>
        Check(f => f.Administrator.Mobile = mobile).ShouldRefuse("R07-2", 7, "administrator.mobile").Message.ShouldContain("11 位手机号码");

    [Theory]
    [InlineData("0571-87000000")]
    [InlineData("057187000000-8001")]
    [InlineData("13800000000")]
    [Trait("Rule", "R07-2"), Trait("Side", "Accepts")]
    public void Article07_Accepts_a_landline_or_mobile_number_of_an_officer(string phone) =>
        Check(f => f.Sponsor.Phone = phone).ShouldBeEmpty();

    [Theory]
    [InlineData(true, Purposes.Marketing)]
    [InlineData(false, Purposes.Transactions | Purposes.Marketing)]
    [Trait("Rule", "R07-2"), Trait("Side", "Refuses")]
    public void Article07_Refuses_purposes_that_contradict_the_answer_on_transactions(bool hosts, object purposes) =>
        Check(f => (f.HostsTransactions, f.Purposes) = (hosts, (Purposes)purposes))
            .ShouldRefuse("R07-2", 7, "hostsTransactions").Message.ShouldContain("不一致");

    [Fact]
    [Trait("Rule", "R07-2"), Trait("Side", "Refuses")]
    public void Article07_Refuses_a_partner_without_agreement_and_personal_data_without_assessment()
    {
        Check(f => f.OperatingPartner = "某科技公司").ShouldRefuse("R07-2", 7, "operatingAgreement");
        Check(f => f.CollectsPersonalData = true).ShouldRefuse("R07-2", 7, "impactAssessment");
    }

    [Fact]
    [Trait("Rule", "R07-2"), Trait("Side", "Accepts")]
    public void Article07_Accepts_a_partner_and_personal_data_with_their_files() =>
        FormRules.FormComplete(
            AccountForm.SubscriptionAccount, Filled.Form(f => (f.OperatingPartner, f.CollectsPersonalData) = ("某科技公司", true)),
            [.. Filled.Files, FileSlot.OperatingAgreement, FileSlot.ImpactAssessment], new WidthRange()).ShouldBeEmpty();

    private static IEnumerable<Breach> Check(Action<ApplicationForm> spoil) =>
        FormRules.FormComplete(AccountForm.SubscriptionAccount, Filled.Form(spoil), Filled.Files, new WidthRange());
}
