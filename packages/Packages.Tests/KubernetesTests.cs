using k8s;
using k8s.Models;
using Xunit;

namespace Packages.Tests;

/// <summary>
/// The example for Kubernetes, read as a cluster reads it: by its types, refusing members that they don't have.
/// </summary>
public sealed class KubernetesTests
{
    private static readonly string Folder = Path.Combine(Repository.Path, "deploy/kubernetes");

    private static readonly List<object> Objects =
        KubernetesYaml.LoadAllFromString(File.ReadAllText(Path.Combine(Folder, "emulator.yaml")), strict: true);

    private static V1PodSpec Pod => Objects.OfType<V1Deployment>().Single().Spec.Template.Spec;

    private static V1Container Container => Assert.Single(Pod.Containers);

    [Fact]
    public void Each_file_is_one_that_a_cluster_takes() =>
        Assert.All(
            Directory.GetFiles(Folder, "*.yaml", SearchOption.AllDirectories),
            file => Assert.NotEmpty(KubernetesYaml.LoadAllFromString(File.ReadAllText(file), strict: true)));

    [Fact]
    public void A_member_that_a_cluster_does_not_know_would_be_seen()
    {
        var broken = File.ReadAllText(Path.Combine(Folder, "emulator.yaml"))
            .Replace("livenessProbe:", "livelinessProbe:", StringComparison.Ordinal);
        Assert.ThrowsAny<Exception>(() => KubernetesYaml.LoadAllFromString(broken, strict: true));
    }

    [Fact]
    public void The_Service_leads_to_the_Deployments_pods()
    {
        var deployment = Objects.OfType<V1Deployment>().Single();
        var labels = deployment.Spec.Template.Metadata.Labels;
        var service = Objects.OfType<V1Service>().Single();
        Assert.All(service.Spec.Selector, wanted => Assert.Equal(wanted.Value, labels[wanted.Key]));
        Assert.All(deployment.Spec.Selector.MatchLabels, wanted => Assert.Equal(wanted.Value, labels[wanted.Key]));
        var port = Assert.Single(service.Spec.Ports);
        Assert.Equal(Assert.Single(Container.Ports).Name, port.TargetPort.Value);
    }

    [Fact]
    public void It_runs_without_rights_and_writes_only_where_volumes_are()
    {
        Assert.True(Pod.SecurityContext.RunAsNonRoot);
        Assert.False(Pod.AutomountServiceAccountToken);
        Assert.False(Pod.EnableServiceLinks);
        Assert.True(Container.SecurityContext.ReadOnlyRootFilesystem);
        Assert.False(Container.SecurityContext.AllowPrivilegeEscalation);
        Assert.Equal(["ALL"], Container.SecurityContext.Capabilities.Drop);
        Assert.Equal(["/data", "/tmp"], Container.VolumeMounts.Select(mount => mount.MountPath));
        Assert.Equal(
            Container.VolumeMounts.Select(mount => mount.Name),
            Pod.Volumes.Select(volume => volume.Name));
        Assert.Equal(
            Objects.OfType<V1PersistentVolumeClaim>().Single().Metadata.Name,
            Pod.Volumes[0].PersistentVolumeClaim.ClaimName);
    }

    [Fact]
    public void Its_probes_and_its_port_are_the_programs()
    {
        Assert.Equal("/readyz", Container.StartupProbe.HttpGet.Path);
        Assert.Equal("/readyz", Container.ReadinessProbe.HttpGet.Path);
        Assert.Equal("/livez", Container.LivenessProbe.HttpGet.Path);
        var image = File.ReadAllText(Path.Combine(Repository.Path, "Dockerfile"));
        Assert.Contains($"EXPOSE {Container.Ports[0].ContainerPort}\n", image, StringComparison.Ordinal);
        Assert.Contains("EMULATOR_DATA=/data/", image, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_settings_are_the_programs()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Path, "docs/control/settings.md"));
        Assert.All(Container.Env, variable =>
        {
            Assert.StartsWith("EMULATOR_", variable.Name, StringComparison.Ordinal);
            Assert.Contains(
                $"| `--{variable.Name["EMULATOR_".Length..].Replace('_', '-').ToLowerInvariant()}` |",
                page,
                StringComparison.Ordinal);
        });
    }
}
