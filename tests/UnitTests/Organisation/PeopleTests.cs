using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Organisation;
using WeChatBankGov.Organisation.People;

namespace WeChatBankGov.UnitTests.Organisation;

public sealed class PeopleTests
{
    [Fact]
    public async Task A_person_comes_without_duties_and_with_a_password_for_once()
    {
        await using var house = await Branch();

        var created = (await house.Send(Create("JL1001"), house.SystemAdministrator)).Value;

        var person = await OrganisationPeople.Find(house, created.Id);
        person.Duties.ShouldBe(Duties.None);
        person.PasswordIsOneTime.ShouldBeTrue();
        house.Services.CreateScope().ServiceProvider.GetRequiredService<IPasswordHasher<Person>>()
            .VerifyHashedPassword(person, person.PasswordHash!, created.OneTimePassword).ShouldBe(PasswordVerificationResult.Success);
        (await house.Database(db => db.Set<AuditEntry>().Select(e => e.Detail).ToListAsync()))
            .ShouldNotContain(d => d.Contains(created.OneTimePassword));
    }

    [Fact]
    public async Task An_employee_number_is_given_once_whatever_its_case()
    {
        await using var house = await Branch();
        await house.Send(Create("JL1001"), house.SystemAdministrator);

        (await house.Send(Create("jl1001"), house.SystemAdministrator)).Refusal!.Breaches.ShouldHaveSingleItem().Field.ShouldBe("number");
    }

    [Fact]
    public async Task The_system_administrator_makes_people_and_the_security_administrator_grants_duties_and_not_the_other_way_round()
    {
        await using var house = await Branch();
        var person = await OrganisationPeople.Add(house, "JL1001", "220000", DepartmentKind.EBanking, Duties.Handler);
        var grant = new GrantDuties.Command(person.Id, person.ConcurrencyStamp!, Duties.Approver);
        var handler = person.AsCurrent(person.Institution!);

        (await house.Send(grant, house.SystemAdministrator)).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
        (await house.Send(Create("JL1002"), house.SecurityAdministrator)).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
        (await house.Send(grant, handler)).Refusal!.Kind.ShouldBe(RefusalKind.NotFound, "whoever sees no people learns nothing of them");
        (await house.Send(grant, house.SecurityAdministrator)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_grants_duties_to_themselves_and_administrators_stay_apart()
    {
        await using var house = await Branch();
        var security = await OrganisationPeople.Add(house, "HQ9102", "000000", DepartmentKind.Administration, Duties.SecurityAdministrator);
        var me = security.AsCurrent(security.Institution!);

        (await house.Send(new GrantDuties.Command(security.Id, security.ConcurrencyStamp!, Duties.None), me))
            .Refusal!.Summary.ShouldContain("不能为自己");
        var both = Duties.SecurityAdministrator | Duties.SystemAdministrator | Duties.Approver;
        (await house.Send(new GrantDuties.Command(security.Id, security.ConcurrencyStamp!, both), house.SecurityAdministrator))
            .Refusal!.Breaches.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Two_administrators_at_once_the_second_is_told()
    {
        await using var house = await Branch();
        var person = await OrganisationPeople.Add(house, "JL1001", "220000", DepartmentKind.EBanking);
        EditPerson.Command Edit(string name) => new(person.Id, person.ConcurrencyStamp!, name, "220000", DepartmentKind.EBanking);

        (await house.Send(Edit("王小梅"), house.SystemAdministrator)).Refusal.ShouldBeNull();
        (await house.Send(Edit("王晓美"), house.SystemAdministrator)).Refusal!.Kind.ShouldBe(RefusalKind.Conflict);
    }

    [Fact]
    public async Task Whoever_moves_leaves_their_duties_behind_and_signs_in_anew()
    {
        await using var house = await Branch();
        var person = await OrganisationPeople.Add(house, "JL1001", "220000", DepartmentKind.EBanking, Duties.Approver);

        await house.Send(new EditPerson.Command(person.Id, person.ConcurrencyStamp!, person.Name, "000000", DepartmentKind.EBanking), house.SystemAdministrator);

        var moved = await OrganisationPeople.Find(house, person.Id);
        moved.Duties.ShouldBe(Duties.None);
        moved.SecurityStamp.ShouldNotBe(person.SecurityStamp);
    }

    [Fact]
    public async Task Whoever_is_switched_off_has_no_open_sign_in_and_a_reset_opens_a_locked_one()
    {
        await using var house = await Branch();
        var person = await OrganisationPeople.Add(house, "JL1001", "220000", DepartmentKind.EBanking);

        await house.Send(new SetActive.Command(person.Id, person.ConcurrencyStamp!, false), house.SystemAdministrator);
        var off = await OrganisationPeople.Find(house, person.Id);
        off.IsActive.ShouldBeFalse();
        off.SecurityStamp.ShouldNotBe(person.SecurityStamp);

        await house.Send(new ResetPassword.Command(person.Id, off.ConcurrencyStamp!), house.SystemAdministrator);
        var reset = await OrganisationPeople.Find(house, person.Id);
        reset.PasswordHash.ShouldNotBe(off.PasswordHash);
        reset.SecurityStamp.ShouldNotBe(off.SecurityStamp);
    }

    [Fact]
    public async Task The_last_administrator_of_a_kind_stays()
    {
        await using var house = await Branch();
        var only = await OrganisationPeople.Add(house, "HQ9101", "000000", DepartmentKind.Administration, Duties.SystemAdministrator);

        (await house.Send(new SetActive.Command(only.Id, only.ConcurrencyStamp!, false), house.SystemAdministrator))
            .Refusal!.Summary.ShouldContain("最后一位");
    }

    [Fact]
    public async Task People_are_found_by_institution_department_duty_and_state()
    {
        await using var house = await Branch();
        await OrganisationPeople.Add(house, "JL1001", "220000", DepartmentKind.EBanking, Duties.Handler | Duties.Approver);
        await OrganisationPeople.Add(house, "HQ1001", "000000", DepartmentKind.EBanking, Duties.Handler);

        (await Found(new(null, "220000", null, null, null, Page))).ShouldBe(["JL1001"]);
        (await Found(new("hq", null, DepartmentKind.EBanking, null, true, Page))).ShouldBe(["HQ1001"]);
        (await Found(new(null, null, null, Duties.Approver, null, Page))).ShouldBe(["JL1001"]);
        (await Found(new(null, null, null, null, false, Page))).ShouldBeEmpty();

        async Task<IEnumerable<string>> Found(ListPeople.Query query) =>
            (await house.Send(query, house.SecurityAdministrator)).Value.Items.Select(p => p.Number);
    }

    private static PageRequest Page => PageRequest.Of(1, 20);

    private static CreatePerson.Command Create(string number) => new(number, "王晓梅", "220000", DepartmentKind.EBanking);

    private static async Task<OrganisationHouse> Branch()
    {
        var house = await OrganisationHouse.Build();
        await RegisterImportTests.Import(house, Registers.HeadOffice, Registers.Jilin);
        return house;
    }
}
