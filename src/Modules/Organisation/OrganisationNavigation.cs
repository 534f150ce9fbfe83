using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Organisation;

/// <summary>The module's lines of the navigation, behind those of the business.</summary>
internal static class OrganisationNavigation
{
    private const string Reference = "制度与资料";
    private const string Administration = "系统管理";
    private const string Own = "个人";

    public static void Add(IServiceCollection services)
    {
        Add(services, new("机构名录", "/organisation/institutions", Reference, 810, IsPerson));
        Add(services, new("工作日历", "/organisation/calendar", Reference, 820, IsPerson));
        Add(services, new("人员与职责", "/organisation/people", Administration, 910, OrganisationPermissions.SeesPeople));
        Add(services, new("规则开关", "/organisation/rule-switches", Administration, 930, OrganisationPermissions.SeesPeople));
        Add(services, new("修改密码", "/account/password", Own, 990, IsPerson));
    }

    private static void Add(IServiceCollection services, NavigationItem item) => services.AddSingleton(item);

    private static bool IsPerson(CurrentPerson me) => me.Id != Guid.Empty;
}
