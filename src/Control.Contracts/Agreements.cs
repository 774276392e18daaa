namespace ConsoleConnect.Emulator.Admin;

/// <summary>Every agreement there is.</summary>
/// <param name="Agreements">The agreements.</param>
public sealed record AgreementList(IReadOnlyList<AgreementState> Agreements);

/// <summary>An agreement.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Product">What is ordered under it.</param>
/// <param name="Required">Whether such an order is refused where the company hasn't agreed.</param>
public sealed record AgreementState(string Type, string Product, bool Required);
