using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Emulator.Tests.Hosting;

/// <summary>A call in compiled code.</summary>
/// <param name="Caller">
/// The outermost type that calls, with its namespace: compiled lambdas and async methods are in nested ones.
/// </param>
/// <param name="Type">The type whose member is called, with its namespace.</param>
/// <param name="Member">The member's name.</param>
internal sealed record Call(string Caller, string Type, string Member)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Caller} calls {Type}.{Member}";
}

/// <summary>
/// Reads off an assembly's compiled code which members of other assemblies it calls, makes or names: what isn't in
/// there can't be called, but by reflection.
/// </summary>
internal static class CalledMembers
{
    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>Every call. Functions of native libraries are of the type <c>native</c>.</summary>
    public static IReadOnlyList<Call> Of(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        var calls = new HashSet<Call>();
        foreach (var method in metadata.MethodDefinitions.Select(metadata.GetMethodDefinition))
        {
            var caller = Outermost(metadata, method.GetDeclaringType());
            if (method.Attributes.HasFlag(MethodAttributes.PinvokeImpl))
            {
                calls.Add(
                    new Call(
                        caller,
                        "native",
                        $"{metadata.GetString(metadata.GetModuleReference(method.GetImport().Module).Name)} "
                            + metadata.GetString(method.GetImport().Name)));
            }

            if (method.RelativeVirtualAddress != 0)
            {
                calls.UnionWith(
                    Tokens(file.GetMethodBody(method.RelativeVirtualAddress).GetILReader())
                        .Select(token => Named(metadata, token))
                        .OfType<(string Type, string Member)>()
                        .Select(named => new Call(caller, named.Type, named.Member)));
            }
        }

        return [.. calls];
    }

    /// <summary>The tokens of methods, types and fields in a method's code.</summary>
    private static List<EntityHandle> Tokens(BlobReader code)
    {
        var tokens = new List<EntityHandle>();
        while (code.RemainingBytes > 0)
        {
            short value = code.ReadByte();
            var operation = OpCodesByValue[value == 0xFE ? (short)(0xFE00 | code.ReadByte()) : value];
            switch (operation.OperandType)
            {
                case OperandType.InlineMethod
                or OperandType.InlineTok
                or OperandType.InlineType
                or OperandType.InlineField:
                    tokens.Add(MetadataTokens.EntityHandle(code.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    var targets = code.ReadInt32();
                    code.Offset += 4 * targets;
                    break;
                default:
                    code.Offset += operation.OperandType switch
                    {
                        OperandType.InlineNone => 0,
                        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                        OperandType.InlineVar => 2,
                        OperandType.InlineI8 or OperandType.InlineR => 8,
                        _ => 4,
                    };
                    break;
            }
        }

        return tokens;
    }

    private static (string Type, string Member)? Named(MetadataReader metadata, EntityHandle token) =>
        token.Kind switch
        {
            HandleKind.MethodSpecification => Named(
                metadata,
                metadata.GetMethodSpecification((MethodSpecificationHandle)token).Method),
            HandleKind.MemberReference
                when metadata.GetMemberReference((MemberReferenceHandle)token) is var member
                    && TypeOf(metadata, member.Parent) is { } type => (type, metadata.GetString(member.Name)),
            HandleKind.TypeReference or HandleKind.TypeSpecification when TypeOf(metadata, token) is { } type => (
                type,
                "(type)"),
            _ => null,
        };

    private static string? TypeOf(MetadataReader metadata, EntityHandle handle)
    {
        if (handle.Kind == HandleKind.TypeReference)
        {
            var type = metadata.GetTypeReference((TypeReferenceHandle)handle);
            return type.ResolutionScope.Kind == HandleKind.TypeReference
                ? $"{TypeOf(metadata, type.ResolutionScope)}.{metadata.GetString(type.Name)}"
                : $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
        }

        if (handle.Kind != HandleKind.TypeSpecification)
        {
            return null; // One of its own.
        }

        // Of a generic type, which is what arrays and the like aren't, the type without its arguments.
        var signature = metadata.GetBlobReader(
            metadata.GetTypeSpecification((TypeSpecificationHandle)handle).Signature);
        return
            signature.ReadSignatureTypeCode() == SignatureTypeCode.GenericTypeInstance
            && signature.ReadByte() is 0x11 or 0x12
            ? TypeOf(metadata, signature.ReadTypeHandle())
            : null;
    }

    private static string Outermost(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil)
        {
            type = metadata.GetTypeDefinition(type.GetDeclaringType());
        }

        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}".TrimStart('.');
    }
}
