using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Emulator.Tests;

/// <summary>
/// Reads off an assembly which types each of its types names: in its base, its interfaces and constraints, the types of
/// its members and their generic arguments, and all that its members' code calls, makes or names. What the compiler
/// makes of a type, such as lambdas, counts as the type. Constants are not seen: they are copied.
/// </summary>
internal sealed class NamedTypes : ISignatureTypeProvider<bool, bool>
{
    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    private readonly MetadataReader metadata;
    private readonly PEReader file;
    private HashSet<string> found = [];

    private NamedTypes(PEReader file) => (this.file, metadata) = (file, file.GetMetadataReader());

    /// <summary>
    /// Every type with those that it names, all with their namespace and without what they are nested in.
    /// </summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Of(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var reading = new NamedTypes(file);
        var named = new Dictionary<string, HashSet<string>>();
        foreach (var handle in reading.metadata.TypeDefinitions)
        {
            var name = reading.NameOf(handle);
            reading.found = named.TryGetValue(name, out var before) ? before : named[name] = [];
            reading.Read(reading.metadata.GetTypeDefinition(handle));
        }

        return named.ToDictionary(one => one.Key, IReadOnlySet<string> (one) => one.Value);
    }

    public bool GetArrayType(bool elementType, ArrayShape shape) => true;
    public bool GetByReferenceType(bool elementType) => true;
    public bool GetFunctionPointerType(MethodSignature<bool> signature) => true;
    public bool GetGenericInstantiation(bool genericType, ImmutableArray<bool> typeArguments) => true;
    public bool GetGenericMethodParameter(bool genericContext, int index) => true;
    public bool GetGenericTypeParameter(bool genericContext, int index) => true;
    public bool GetModifiedType(bool modifier, bool unmodifiedType, bool isRequired) => true;
    public bool GetPinnedType(bool elementType) => true;
    public bool GetPointerType(bool elementType) => true;
    public bool GetPrimitiveType(PrimitiveTypeCode typeCode) => true;
    public bool GetSZArrayType(bool elementType) => true;

    public bool GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        Found(NameOf(handle));

    public bool GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        Found(NameOf(handle));

    public bool GetTypeFromSpecification(
        MetadataReader reader, bool genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    private bool Found(string name)
    {
        found.Add(name);
        return true;
    }

    private void Read(TypeDefinition type)
    {
        Read(type.BaseType);
        foreach (var one in type.GetInterfaceImplementations())
        {
            Read(metadata.GetInterfaceImplementation(one).Interface);
        }

        Read(type.GetGenericParameters());
        foreach (var field in type.GetFields())
        {
            _ = metadata.GetFieldDefinition(field).DecodeSignature(this, false);
        }

        foreach (var handle in type.GetMethods())
        {
            var method = metadata.GetMethodDefinition(handle);
            _ = method.DecodeSignature(this, false);
            Read(method.GetGenericParameters());
            if (method.RelativeVirtualAddress != 0)
            {
                Read(file.GetMethodBody(method.RelativeVirtualAddress));
            }
        }
    }

    private void Read(GenericParameterHandleCollection parameters)
    {
        foreach (var constraint in parameters.SelectMany(one => metadata.GetGenericParameter(one).GetConstraints()))
        {
            Read(metadata.GetGenericParameterConstraint(constraint).Type);
        }
    }

    private void Read(MethodBodyBlock body)
    {
        if (!body.LocalSignature.IsNil)
        {
            _ = metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(this, false);
        }

        foreach (var region in body.ExceptionRegions.Where(region => region.Kind == ExceptionRegionKind.Catch))
        {
            Read(region.CatchType);
        }

        for (var code = body.GetILReader(); code.RemainingBytes > 0;)
        {
            short value = code.ReadByte();
            var operation = OpCodesByValue[value == 0xFE ? (short)(0xFE00 | code.ReadByte()) : value];
            switch (operation.OperandType)
            {
                case OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType
                    or OperandType.InlineField:
                    Read(MetadataTokens.EntityHandle(code.ReadInt32()));
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
    }

    private void Read(EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition when !handle.IsNil:
                Found(NameOf((TypeDefinitionHandle)handle));
                break;
            case HandleKind.TypeReference:
                Found(NameOf((TypeReferenceHandle)handle));
                break;
            case HandleKind.TypeSpecification:
                _ = metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, false);
                break;
            case HandleKind.MethodDefinition:
                Found(NameOf(metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType()));
                break;
            case HandleKind.FieldDefinition:
                Found(NameOf(metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType()));
                break;
            case HandleKind.MethodSpecification:
                var method = metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                _ = method.DecodeSignature(this, false);
                Read(method.Method);
                break;
            case HandleKind.MemberReference:
                Read(metadata.GetMemberReference((MemberReferenceHandle)handle).Parent);
                break;
        }
    }

    private string NameOf(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil)
        {
            type = metadata.GetTypeDefinition(type.GetDeclaringType());
        }

        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }

    private string NameOf(TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        while (type.ResolutionScope.Kind == HandleKind.TypeReference)
        {
            type = metadata.GetTypeReference((TypeReferenceHandle)type.ResolutionScope);
        }

        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }
}
