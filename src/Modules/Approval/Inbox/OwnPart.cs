using System.Linq.Expressions;
using System.Reflection;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Data;

namespace WeChatBankGov.Approval.Inbox;

/// <summary>
/// Puts every module's condition in the place of <see cref="In"/>, so that a statement may be written out and compiled once although
/// this module knows none of the tables.
/// </summary>
internal sealed class OwnPart(IEnumerable<IContributions> contributions) : ExpressionVisitor
{
    private static readonly MethodInfo Placeholder = new Func<GovDbContext, Guid, Guid, bool>(In).Method;

    /// <summary>Whether the person contributed to the subject; in a statement that <see cref="Written{T}"/> has gone over.</summary>
    public static bool In(GovDbContext db, Guid subject, Guid person) => throw new InvalidOperationException($"{db}, {subject}, {person}: only in statements.");

    public Expression<T> Written<T>(Expression<T> statement) where T : Delegate => (Expression<T>)Visit(statement);

    protected override Expression VisitMethodCall(MethodCallExpression node) => node.Method != Placeholder
        ? base.VisitMethodCall(node)
        : contributions.Select(c => c.Contributed)
            .Select(condition => new Arguments(condition.Parameters, node.Arguments).Visit(condition.Body))
            .DefaultIfEmpty(Expression.Constant(false)).Aggregate(Expression.OrElse);

    private sealed class Arguments(IReadOnlyList<ParameterExpression> parameters, IReadOnlyList<Expression> given) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) =>
            Enumerable.Range(0, parameters.Count).Where(i => parameters[i] == node).Select(i => given[i]).FirstOrDefault(node);
    }
}
