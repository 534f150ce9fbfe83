using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Organisation;
using WeChatBankGov.Organisation.Institutions;
using WeChatBankGov.Organisation.Institutions.Import;
using Xunit.Abstractions;

namespace WeChatBankGov.UnitTests.Organisation;

public sealed class RegisterImportTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Imports_a_register_at_full_size_and_then_nothing_more()
    {
        await using var house = await OrganisationHouse.Build();
        var (upload, report) = await Check(house, Registers.AtFullSize());
        report.New.ShouldBe(24_016);
        report.Errors.ShouldBeEmpty();
        report.Warnings.Count.ShouldBe(2);

        using var process = Process.GetCurrentProcess();
        var (watch, before, busy) = (Stopwatch.StartNew(), GC.GetTotalAllocatedBytes(), process.TotalProcessorTime);
        var outcome = await house.Send(new ImportRegister.Command(upload, report.Seal), house.SystemAdministrator);
        process.Refresh();
        output.WriteLine($"24,016 rows: {watch.ElapsedMilliseconds} ms, {(process.TotalProcessorTime - busy).TotalMilliseconds:0} ms of processor, "
            + $"{(GC.GetTotalAllocatedBytes() - before) >> 20} MB allocated, peak {process.PeakWorkingSet64 >> 20} MB");

        outcome.Refusal.ShouldBeNull();
        (await house.Database(db => db.Set<Institution>().CountAsync())).ShouldBe(24_016);
        var unsettled = await house.Database(db => db.Set<Institution>().Where(i => i.PlaceNameUnsettled).Select(i => i.Code).ToListAsync());
        unsettled.ShouldBe(["220200", "632500"], ignoreOrder: true);
        var counts = (await house.Send(new CountInstitutions.Query(), house.SystemAdministrator)).Value;
        counts.Levels.Select(l => l.Count).ShouldBe([1, 37, 328, 2_975, 20_675]);

        watch.Restart();
        var again = (await Check(house, Registers.AtFullSize())).Report;
        output.WriteLine($"checked again: {watch.ElapsedMilliseconds} ms");
        again.Unchanged.ShouldBe(24_016);
        again.MayApply.ShouldBeFalse();
    }

    [Fact]
    public async Task Updates_by_code_and_ends_the_sign_ins_that_are_no_longer_true()
    {
        await using var house = await OrganisationHouse.Build();
        await Import(house, Registers.HeadOffice, Registers.Jilin);
        var person = await OrganisationPeople.Add(house, "JL1001", "220000", DepartmentKind.EBanking);

        await Import(house, "220000,Tier1Branch,吉林分行,吉林,吉林,000000");

        var branch = await house.Database(db => db.Set<Institution>().SingleAsync(i => i.Code == "220000"));
        branch.Name.ShouldBe("吉林分行");
        branch.Version.ShouldBe(2);
        (await OrganisationPeople.Find(house, person.Id)).SecurityStamp.ShouldNotBe(person.SecurityStamp);
    }

    [Fact]
    public async Task Imports_nothing_of_a_file_with_an_error_and_nothing_that_was_not_shown()
    {
        await using var house = await OrganisationHouse.Build();
        var (broken, _) = await Check(house, Registers.Bytes(Registers.HeadOffice, "1,Tier1Branch,甲分行,,甲,9"));
        (await house.Send(new ImportRegister.Command(broken, ""), house.SystemAdministrator)).Refusal!.Kind.ShouldBe(RefusalKind.Conflict);

        var (good, _) = await Check(house, Registers.Bytes(Registers.HeadOffice));
        (await house.Send(new ImportRegister.Command(good, "other"), house.SystemAdministrator)).Refusal!.Summary.ShouldContain("检查之后");

        (await house.Database(db => db.Set<Institution>().AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task Is_the_system_administrators_and_stands_in_the_audit_trail()
    {
        await using var house = await OrganisationHouse.Build();
        var command = new CheckRegister.Command("名录.csv", Registers.Bytes(Registers.HeadOffice));

        (await house.Send(command, house.SecurityAdministrator)).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
        await Import(house, Registers.HeadOffice);

        var titles = await house.Database(db => db.Set<AuditEntry>().Select(e => new { e.Title, e.Result, e.Detail }).ToListAsync());
        titles.ShouldContain(t => t.Title == "上传机构名录" && t.Result == AuditResult.Refused);
        titles.ShouldContain(t => t.Title == "导入机构名录" && t.Result == AuditResult.Done && t.Detail.Contains("新增 1"));
    }

    [Fact]
    [Trait("Rule", "R06-2"), Trait("Side", "Accepts")]
    public async Task Article06_A_distinguishing_place_name_settles_the_branch()
    {
        await using var house = await OrganisationHouse.Build();
        await Import(house, Registers.HeadOffice, Registers.Jilin, Registers.JilinCity);
        var branch = await house.Database(db => db.Set<Institution>().SingleAsync(i => i.Code == "220200"));

        (await Settle(house, branch.Id, branch.Version, "吉林")).Codes.ShouldBe("R06-2");
        (await Settle(house, branch.Id, branch.Version, "吉 林")).Kind.ShouldBe(RefusalKind.Shape);
        (await Settle(house, branch.Id, branch.Version + 1, "吉林市")).Kind.ShouldBe(RefusalKind.Conflict);
        (await house.Send(new SettlePlaceName.Command(branch.Id, branch.Version, " 吉林市 "), house.SystemAdministrator)).Refusal.ShouldBeNull();

        var settled = (await house.Send(new ReadInstitution.Query(branch.Id), house.SystemAdministrator)).Value;
        settled.AccountName.ShouldBe("中国ⅩⅩ银行吉林市分行");
        settled.Path.Select(p => p.Code).ShouldBe(["000000", "220000"]);
        (await Settle(house, branch.Id, 2, "江城")).Summary.ShouldContain("已经确定");
    }

    private static async Task<Refusal> Settle(OrganisationHouse house, Guid id, int version, string name) =>
        (await house.Send(new SettlePlaceName.Command(id, version, name), house.SystemAdministrator)).Refusal!;

    private static async Task<(Guid Upload, RegisterReport Report)> Check(OrganisationHouse house, byte[] file)
    {
        var upload = (await house.Send(new CheckRegister.Command("名录.csv", file), house.SystemAdministrator)).Value;
        return (upload, (await house.Send(new ReadRegisterReport.Query(upload), house.SystemAdministrator)).Value.Report);
    }

    internal static async Task Import(OrganisationHouse house, params string[] lines)
    {
        var (upload, report) = await Check(house, Registers.Bytes(lines));
        (await house.Send(new ImportRegister.Command(upload, report.Seal), house.SystemAdministrator)).Refusal.ShouldBeNull();
    }
}
