namespace Stateless;

/// <summary>What happens to a trigger that is fired while another one is still being handled.</summary>
public enum FiringMode
{
    /// <summary>It is handled at once, inside the action that fired it; the outer one is finished afterwards.</summary>
    Immediate,

    /// <summary>It waits until the one being handled is done: each trigger runs to completion. The default.</summary>
    Queued,
}
