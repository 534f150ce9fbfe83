using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Organisation.Account;

namespace WeChatBankGov.Organisation.SignIn;

/// <summary>
/// Puts institution, department and duties into the sign-in, so that a page needs no query to know who asks. The security
/// stamp, renewed whenever one of them changes, ends older sign-ins at the next check.
/// </summary>
internal sealed class GovClaimsFactory(GovDbContext db, IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<Person>
{
    public async Task<ClaimsPrincipal> CreateAsync(Person user)
    {
        var institution = await db.Set<Institution>().AsNoTracking().SingleAsync(i => i.Id == user.InstitutionId);
        var names = options.Value.ClaimsIdentity;
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme, names.UserNameClaimType, names.RoleClaimType);
        identity.AddClaim(new(names.UserIdClaimType, user.Id.ToString()));
        identity.AddClaim(new(names.UserNameClaimType, user.UserName!));
        identity.AddClaim(new(names.SecurityStampClaimType, user.SecurityStamp!));
        identity.AddClaims(user.AsCurrent(institution).ToClaims());
        if (user.PasswordIsOneTime)
        {
            identity.AddClaim(new(OneTimePassword.Claim, "true"));
        }
        return new(identity);
    }
}
