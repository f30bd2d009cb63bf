using System.Collections.Immutable;

namespace Digest.Rendering.Templates;

/// <summary>A template as read: an immutable tree, made once and rendered often.</summary>
internal abstract record Node(TemplatePosition Position);

internal abstract record Statement(TemplatePosition Position) : Node(Position);

internal sealed record TextStatement(TemplatePosition Position, string Text) : Statement(Position);

internal sealed record PrintStatement(Expression Value) : Statement(Value.Position);

internal sealed record IncludeStatement(TemplatePosition Position, string Name, ImmutableArray<Expression> Arguments) : Statement(Position);

/// <summary>The first branch whose condition is true; <c>else</c> is a branch without a condition.</summary>
internal sealed record IfStatement(TemplatePosition Position, ImmutableArray<Branch> Branches) : Statement(Position);

internal sealed record Branch(Expression? Condition, ImmutableArray<Statement> Body);

internal sealed record CaseStatement(TemplatePosition Position, Expression Value, ImmutableArray<WhenBranch> Branches, ImmutableArray<Statement> Else)
    : Statement(Position);

internal sealed record WhenBranch(ImmutableArray<Expression> Matches, ImmutableArray<Statement> Body);

internal sealed record ForStatement(
    TemplatePosition Position, string Variable, Expression List, ImmutableArray<Statement> Body, ImmutableArray<Statement> Else) : Statement(Position);

internal abstract record Expression(TemplatePosition Position) : Node(Position);

internal sealed record ConstantExpression(TemplatePosition Position, TemplateValue Value) : Expression(Position);

internal sealed record NameExpression(TemplatePosition Position, string Name) : Expression(Position);

internal sealed record ArgumentExpression(TemplatePosition Position, int Number) : Expression(Position);

/// <summary><c>for.index</c> and its like.</summary>
internal sealed record LoopExpression(TemplatePosition Position, string Member) : Expression(Position);

internal sealed record MemberExpression(TemplatePosition Position, Expression Target, string Name) : Expression(Position);

internal sealed record IndexExpression(TemplatePosition Position, Expression Target, Expression Index) : Expression(Position);

internal sealed record CallExpression(TemplatePosition Position, TemplateFunction Function, ImmutableArray<Expression> Arguments) : Expression(Position);

/// <summary>An expression in parentheses: what Scriban needs around a call before an operator may follow it.</summary>
internal sealed record GroupExpression(TemplatePosition Position, Expression Inner) : Expression(Position);

internal sealed record NotExpression(TemplatePosition Position, Expression Operand) : Expression(Position);

internal sealed record NegateExpression(TemplatePosition Position, Expression Operand) : Expression(Position);

internal sealed record BinaryExpression(TemplatePosition Position, string Operator, Expression Left, Expression Right) : Expression(Position);

internal sealed record ConditionalExpression(TemplatePosition Position, Expression Condition, Expression WhenTrue, Expression WhenFalse)
    : Expression(Position);
