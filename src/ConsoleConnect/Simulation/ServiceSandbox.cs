using Emulator.Domain;
using Emulator.Store;

namespace Emulator.Simulation;

/// <summary>What the service remembers in a sandbox.</summary>
internal static class ServiceSandbox
{
    extension(Sandbox sandbox)
    {
        /// <summary>Who credentials stand for.</summary>
        public Callers Callers => ((RememberedHere)sandbox.Memory).Callers;

        /// <summary>Counts of ports that still hold.</summary>
        public PortsInService PortsInService => ((RememberedHere)sandbox.Memory).PortsInService;

        /// <summary>Who is online.</summary>
        public Presence Presence => ((RememberedHere)sandbox.Memory).Presence;

        /// <summary>
        /// Companies, people, facilities, metros and regions, as last saved. Without a turn, they may be others a
        /// moment later.
        /// </summary>
        public ReferenceData Reference => ((ServiceDirectory)sandbox.Directory).Reference;
    }
}
