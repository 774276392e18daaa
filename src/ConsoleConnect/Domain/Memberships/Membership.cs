using Emulator.Domain.Messages;
using Emulator.Domain.People;
using Emulator.Domain.Staging;
using Emulator.Errors;

namespace Emulator.Domain.Memberships;

/// <summary>Who asked for a membership.</summary>
internal enum AskedBy
{
    /// <summary>The user, who would like to join.</summary>
    User,

    /// <summary>The company, which would like to have the user.</summary>
    Company,
}

/// <summary>
/// A user's place in a company, from the first request on: the documents list requests and members as the same object
/// (000:2018, 000:1593).
/// </summary>
internal sealed class Membership : Staged<MembershipStatus>
{
    private static readonly IReadOnlyList<RoleName> PlainMember = [RoleName.User];

    public required string UserId { get; init; }

    public required string CompanyId { get; init; }

    /// <summary>The roles the user has, or will have.</summary>
    public required IReadOnlyList<RoleName> Roles { get; set; }

    /// <summary>Who asked last.</summary>
    public required AskedBy AskedBy { get; set; }

    /// <summary>What the company wrote to the user.</summary>
    public string? Message { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether the user manages the company.</summary>
    public bool IsKeyholder => Status == MembershipStatus.Active && Roles.Contains(RoleName.Admin);

    /// <inheritdoc/>
    protected override string Machine => "memberships";

    /// <summary>The founder of a company: its first Keyholder, whom nobody has to be told of.</summary>
    public static Membership Founded(string id, string userId, string companyId, Moment moment)
    {
        var membership = new Membership
        {
            Id = id,
            UserId = userId,
            CompanyId = companyId,
            Roles = [RoleName.Admin],
            AskedBy = AskedBy.User,
            CreatedAt = moment.At,
        };
        MembershipStateMachine.Table.Begin(membership, MembershipStatus.Active, moment);
        return membership;
    }

    /// <summary>
    /// Somebody who was invited by e-mail and has registered with the invitation: a member from the start (000:1913).
    /// </summary>
    public static Membership Joined(
        string id,
        string userId,
        string companyId,
        IReadOnlyList<RoleName> roles,
        Moment moment) =>
        new Membership
        {
            Id = id,
            UserId = userId,
            CompanyId = companyId,
            Roles = roles,
            AskedBy = AskedBy.Company,
            CreatedAt = moment.At,
        }.Begun(MembershipStatus.Active, moment);

    /// <summary>A user asks to join (000:1936).</summary>
    public static Membership Requested(string id, string userId, string companyId, Moment moment) =>
        new Membership
        {
            Id = id,
            UserId = userId,
            CompanyId = companyId,
            Roles = PlainMember,
            AskedBy = AskedBy.User,
            CreatedAt = moment.At,
        }.Begun(MembershipStatus.Inactive, moment);

    /// <summary>A company asks a user to join (000:1911).</summary>
    public static Membership Invited(
        string id,
        string userId,
        string companyId,
        IReadOnlyList<RoleName> roles,
        string? message,
        Moment moment) =>
        new Membership
        {
            Id = id,
            UserId = userId,
            CompanyId = companyId,
            Roles = roles,
            AskedBy = AskedBy.Company,
            Message = message,
            CreatedAt = moment.At,
        }.Begun(MembershipStatus.Inactive, moment);

    /// <summary>
    /// The user asks, where there was something between the two before. Where the company asks already, both want it,
    /// and the user is in.
    /// </summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.DeclinedByCompany"/>; <see cref="EmulatorErrors.WrongState"/> for members and where the
    /// request is open.
    /// </exception>
    public void RequestAgain(Moment moment)
    {
        if (Status == MembershipStatus.Denied)
        {
            throw ServiceErrors.DeclinedByCompany.Because("The company has declined; only the company can invite now "
                + "(000:1938).");
        }

        if (IsOpen && AskedBy == AskedBy.Company)
        {
            Accept(moment);
            return;
        }

        if (!MembershipStateMachine.Table.CanFire(this, MembershipTrigger.Request))
        {
            Refuse(
                "requested",
                IsOpen ? "The request is open: the company has to answer it." : "The user is a member already.");
        }

        (AskedBy, Roles, Message) = (AskedBy.User, PlainMember, null);
        MembershipStateMachine.Table.Fire(this, MembershipTrigger.Request, moment);
    }

    /// <summary>
    /// The company asks, where there was something between the two before. Where the user asks already, both want it,
    /// and the user is in; an open invite is sent once more.
    /// </summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.WrongState"/> for members.</exception>
    public void InviteAgain(IReadOnlyList<RoleName> roles, string? message, Moment moment)
    {
        if (Status == MembershipStatus.Active)
        {
            Refuse("requested", "The user is a member already.");
        }

        var asked = IsOpen && AskedBy == AskedBy.User;
        (Roles, Message) = (roles, message);
        if (asked)
        {
            Accept(moment);
            return;
        }

        AskedBy = AskedBy.Company;
        if (IsOpen)
        {
            UpdatedAt = moment.At;
            NewLetters.Add(MembershipLetters.Of(this, LetterKind.MembershipInvite, moment));
        }
        else
        {
            MembershipStateMachine.Table.Fire(this, MembershipTrigger.Invite, moment);
        }
    }

    /// <summary>
    /// Either side agrees to what the other asked. A company may think better of having declined. Agreeing again is
    /// harmless.
    /// </summary>
    /// <param name="by">Who agrees.</param>
    /// <param name="moment">When, and which user.</param>
    /// <exception cref="Refusal">
    /// <see cref="EmulatorErrors.WrongState"/>; nobody agrees to their own request.
    /// </exception>
    public void AcceptBy(AskedBy by, Moment moment)
    {
        if (Status == MembershipStatus.Active)
        {
            return;
        }

        if (Status == MembershipStatus.Denied && by == AskedBy.User)
        {
            Refuse("accepted", "The company has declined (000:1938).");
        }

        if (IsOpen && AskedBy == by)
        {
            Refuse(
                "accepted",
                by == AskedBy.User
                    ? "The user has asked, so the company has to answer."
                    : "The company has asked, so the user has to answer.");
        }

        Accept(moment);
    }

    /// <summary>The company says no, to a request or for good.</summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.WrongState"/>.</exception>
    public void DenyByCompany(Moment moment) => MembershipStateMachine.Table.Fire(this, MembershipTrigger.Deny, moment);

    /// <summary>
    /// The company says no to a request. What it has asked itself it takes back instead; members are removed elsewhere.
    /// </summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.WrongState"/>.</exception>
    public void DenyRequest(Moment moment)
    {
        if (Status == MembershipStatus.Active || (IsOpen && AskedBy == AskedBy.Company))
        {
            Refuse(
                "denied",
                IsOpen
                    ? "The company has asked: it can cancel its invite."
                    : "The user is a member: set the state of the membership, or remove them.");
        }

        DenyByCompany(moment);
    }

    /// <summary>The company takes its invite back. A user's request is denied instead.</summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.WrongState"/>.</exception>
    public void TakeInviteBack(Moment moment)
    {
        if (IsOpen && AskedBy == AskedBy.User)
        {
            Refuse("cancelled", "The user has asked: the company accepts or denies.");
        }

        Cancel(moment);
    }

    /// <summary>
    /// The user takes the request back, or declines the invite (000:2246, 000:2264: both are called declining). What
    /// the user declines isn't DENIED, which is the company's word and would keep the user from ever asking.
    /// </summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.WrongState"/>.</exception>
    public void Cancel(Moment moment) => MembershipStateMachine.Table.Fire(this, MembershipTrigger.Cancel, moment);

    /// <summary>Ends a membership: the user leaves or is removed.</summary>
    /// <param name="lastKeyholder">Whether nobody else manages the company.</param>
    /// <param name="moment">When and by whom.</param>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.LastKeyholder"/>, <see cref="EmulatorErrors.WrongState"/>.
    /// </exception>
    public void Leave(bool lastKeyholder, Moment moment)
    {
        MustNotBeLast(lastKeyholder);
        MembershipStateMachine.Table.Fire(this, MembershipTrigger.Leave, moment);
    }

    /// <summary>The company sets the state (000:1818). Setting what is set already changes nothing.</summary>
    /// <param name="state">The state to have.</param>
    /// <param name="lastKeyholder">Whether nobody else manages the company.</param>
    /// <param name="moment">When and by whom.</param>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.LastKeyholder"/>, <see cref="EmulatorErrors.WrongState"/>.
    /// </exception>
    public void Set(MembershipStatus state, bool lastKeyholder, Moment moment)
    {
        if (state == Status)
        {
            return;
        }

        MustNotBeLast(lastKeyholder);
        switch (state)
        {
            case MembershipStatus.Active:
                AcceptBy(AskedBy.Company, moment);
                break;
            case MembershipStatus.Denied:
                DenyByCompany(moment);
                break;
            case MembershipStatus.Inactive when Status == MembershipStatus.Active:
                AskedBy = AskedBy.User; // Only the company can make it active again.
                MembershipStateMachine.Table.Fire(this, MembershipTrigger.Suspend, moment);
                break;
            case MembershipStatus.Inactive:
                InviteAgain(Roles, Message, moment);
                break;
            default:
                MembershipStateMachine.Table.Fire(
                    this,
                    Status == MembershipStatus.Active ? MembershipTrigger.Leave : MembershipTrigger.Cancel,
                    moment);
                break;
        }
    }

    /// <summary>Gives a role; one that the user has changes nothing.</summary>
    public void Give(RoleName role, Moment moment)
    {
        if (!Roles.Contains(role))
        {
            SetRoles([.. Roles, role], moment);
        }
    }

    /// <summary>Takes a role; one that the user hasn't changes nothing.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.LastKeyholder"/>.</exception>
    public void Take(RoleName role, bool lastKeyholder, Moment moment)
    {
        if (role == RoleName.Admin)
        {
            MustNotBeLast(lastKeyholder);
        }

        if (Roles.Contains(role))
        {
            SetRoles([.. Roles.Where(held => held != role)], moment);
        }
    }

    /// <summary>Changes the roles that an open invite will give (000:2074).</summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.WrongState"/> once it is answered.</exception>
    public void UpdateInvite(IReadOnlyList<RoleName> roles, Moment moment)
    {
        if (!IsOpen)
        {
            Refuse("updated", "It is answered: roles of members are changed under /company/{company}/memberships.");
        }

        SetRoles(roles, moment);
    }

    /// <inheritdoc/>
    public override void Entered(MembershipStatus state, Moment moment, string? reason)
    {
        var suspended = moment.By != UserId && AskedBy == AskedBy.User;
        string? letter = state switch
        {
            MembershipStatus.Inactive when suspended => null,
            MembershipStatus.Inactive => AskedBy == AskedBy.User
                ? LetterKind.MembershipRequest
                : LetterKind.MembershipInvite,
            MembershipStatus.Active => moment.By == UserId ? LetterKind.MemberJoined : LetterKind.MembershipAccepted,
            MembershipStatus.Denied => LetterKind.MembershipDenied,
            _ => null,
        };
        if (letter is { } kind)
        {
            NewLetters.Add(MembershipLetters.Of(this, kind, moment));
        }
    }

    private bool IsOpen => Status == MembershipStatus.Inactive;

    /// <summary>Begins it and writes the letter that a beginning has.</summary>
    private Membership Begun(MembershipStatus state, Moment moment)
    {
        MembershipStateMachine.Table.Begin(this, state, moment);
        Entered(state, moment, reason: null);
        return this;
    }

    private void Accept(Moment moment) => MembershipStateMachine.Table.Fire(this, MembershipTrigger.Accept, moment);

    private void SetRoles(IReadOnlyList<RoleName> roles, Moment moment)
    {
        Record(
            moment,
            Spelling.Of(Status),
            "SetRoles",
            Spelling.Of(Status),
            string.Join(", ", roles.Select(Spelling.Of)));
        Roles = [.. roles.Distinct()];
        UpdatedAt = moment.At;
    }

    /// <summary>Refuses to take the last Keyholder from a company.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.LastKeyholder"/>.</exception>
    public void MustNotBeLast(bool lastKeyholder)
    {
        if (lastKeyholder)
        {
            throw ServiceErrors.LastKeyholder.Because("Make another member Company Keyholder (ADMIN) first: a "
                + "company without one could never be managed again.");
        }
    }

    private void Refuse(string participle, string why) =>
        throw ServiceErrors.WrongState.Because(why, "membership", participle, Spelling.Of(Status));
}
