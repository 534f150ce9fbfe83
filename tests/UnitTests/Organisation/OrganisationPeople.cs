using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Organisation;
using WeChatBankGov.Organisation.People;

namespace WeChatBankGov.UnitTests.Organisation;

/// <summary>People for tests, made the way administrators make them.</summary>
internal static class OrganisationPeople
{
    public static async Task<Person> Add(
        OrganisationHouse house, string number, string institution, DepartmentKind department, Duties duties = Duties.None)
    {
        var created = await house.Send(new CreatePerson.Command(number, "王晓梅", institution, department), house.SystemAdministrator);
        created.Refusal.ShouldBeNull();
        var person = await Find(house, created.Value.Id);
        if (duties == Duties.None)
        {
            return person;
        }
        var granted = await house.Send(new GrantDuties.Command(person.Id, person.ConcurrencyStamp!, duties), house.SecurityAdministrator);
        granted.Refusal.ShouldBeNull();
        return await Find(house, person.Id);
    }

    public static Task<Person> Find(OrganisationHouse house, Guid id) =>
        house.Database(db => db.Set<Person>().Include(p => p.Institution).AsNoTracking().SingleAsync(p => p.Id == id));
}
