using WeChatBankGov.Kernel.People;
using WeChatBankGov.Organisation.Account;
using WeChatBankGov.Organisation.People;

namespace WeChatBankGov.UnitTests.Organisation;

public sealed class SeparationOfDutiesTests
{
    [Theory]
    [InlineData(Duties.SystemAdministrator)]
    [InlineData(Duties.Handler | Duties.Approver)]
    [InlineData(Duties.Handler | Duties.Reviewer | Duties.Approver)]
    [InlineData(Duties.Auditor)]
    [InlineData(Duties.None)]
    public void Accepts_one_administrator_business_or_audit(Duties duties)
    {
        SeparationOfDuties.AdministratorsStandApart(duties).ShouldBeEmpty();
        SeparationOfDuties.AuditorIsIndependent(duties).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Duties.SystemAdministrator | Duties.SecurityAdministrator)]
    [InlineData(Duties.SecurityAdministrator | Duties.AuditAdministrator)]
    [InlineData(Duties.SystemAdministrator | Duties.AuditAdministrator)]
    [InlineData(Duties.SystemAdministrator | Duties.Handler)]
    [InlineData(Duties.SecurityAdministrator | Duties.Approver)]
    [InlineData(Duties.AuditAdministrator | Duties.Reviewer)]
    public void Refuses_administrators_together_or_with_business(Duties duties) =>
        SeparationOfDuties.AdministratorsStandApart(duties).ShouldNotBeEmpty();

    [Theory]
    [InlineData(Duties.Auditor | Duties.Handler)]
    [InlineData(Duties.Auditor | Duties.Approver)]
    [InlineData(Duties.Auditor | Duties.SystemAdministrator)]
    public void Refuses_an_auditor_with_anything_else(Duties duties) =>
        SeparationOfDuties.AuditorIsIndependent(duties).ShouldHaveSingleItem().Field.ShouldBe("duties");

    [Fact]
    public void Refuses_business_in_the_departments_that_administer_and_audit()
    {
        Breaches(DepartmentKind.Administration).ShouldBe(1);
        Breaches(DepartmentKind.Audit).ShouldBe(1);
        Breaches(DepartmentKind.EBanking).ShouldBe(0);

        static int Breaches(DepartmentKind department) =>
            SeparationOfDuties.DepartmentHasBusiness(Duties.Approver, department, InstitutionLevel.HeadOffice).Count();
    }

    [Fact]
    public void Refuses_what_one_does_to_oneself()
    {
        var me = OrganisationHouse.Administrator("潘安平", Duties.SecurityAdministrator);

        SeparationOfDuties.NotOneself(me, me.Id).ShouldNotBeEmpty();
        SeparationOfDuties.NotOneself(me, Guid.CreateVersion7()).ShouldBeEmpty();
    }

    [Fact]
    public void Refuses_to_lose_the_last_administrator_who_could_mend_it()
    {
        Lost(Duties.SystemAdministrator, others: Duties.SecurityAdministrator).ShouldBe(1);
        Lost(Duties.SystemAdministrator, others: Duties.SystemAdministrator).ShouldBe(0);
        Lost(Duties.AuditAdministrator, others: Duties.None).ShouldBe(0);
        Lost(Duties.Handler, others: Duties.None).ShouldBe(0);

        static int Lost(Duties duties, Duties others) => SeparationOfDuties.OneAdministratorRemains(duties, others).Count();
    }

    [Fact]
    public void Knows_which_departments_a_level_has()
    {
        SeparationOfDuties.DepartmentBelongs(DepartmentKind.CorporateCulture, InstitutionLevel.HeadOffice).ShouldBeEmpty();
        SeparationOfDuties.DepartmentBelongs(DepartmentKind.CorporateCulture, InstitutionLevel.Tier1Branch).ShouldNotBeEmpty();
        SeparationOfDuties.DepartmentBelongs(DepartmentKind.GeneralOffice, InstitutionLevel.Tier2Branch).ShouldBeEmpty();
        SeparationOfDuties.DepartmentBelongs(DepartmentKind.EBanking, InstitutionLevel.SubBranch).ShouldNotBeEmpty();
    }

    [Fact]
    public void A_one_time_password_is_sound_and_never_the_same()
    {
        var passwords = Enumerable.Range(0, 200).Select(_ => OneTimePassword.Next()).ToList();

        passwords.Distinct().Count().ShouldBe(200);
        passwords.ShouldAllBe(p => !PasswordRules.Sound(p, "ZJ1001").Any());
    }

    [Theory]
    [InlineData("Short-1a")]
    [InlineData("alllowercase-123")]
    [InlineData("NoDigitsAtAll-Here")]
    [InlineData("NoSignsAtAll123")]
    [InlineData("My-zj1001-Password")]
    public void Refuses_a_weak_password(string password) => PasswordRules.Sound(password, "ZJ1001").ShouldNotBeEmpty();
}
