using CloudNetPortal.Domain.Rules.Facts;

namespace CloudNetPortal.Domain.Rules.Labels;

/// <summary>What cloudstack-setup-agent writes into agent.properties of a KVM host: of each kind the last label that is there, the gaps filled from the others, else from the settings.</summary>
internal sealed record AgentDevices(string Private, string Public, string Guest)
{
    public static AgentDevices Of(RuleFacts facts)
    {
        string? Last(string traffic) => facts.Cells.LastOrDefault(c => c.Hypervisor.Key == "KVM" && c.Is(traffic) && c.Label is not null)?.Label;
        var (management, pub, guest) = (Last("Management"), Last("Public"), Last("Guest"));
        if (management is null && pub is null && guest is null)
        {
            var own = Setting(facts, "private") ?? "cloudbr0";
            return new AgentDevices(own, Setting(facts, "public") ?? own, Setting(facts, "guest") ?? own);
        }
        return new AgentDevices((management ?? pub ?? guest)!, (pub ?? guest ?? management)!, (guest ?? pub ?? management)!);
    }

    /// <summary>The property of a traffic type and its value; Storage without a label goes over the private device.</summary>
    public (string Property, string Device) For(LabelCell cell) =>
        cell.Is("Public") ? ("public.network.device", Public) : cell.Is("Guest") ? ("guest.network.device", Guest) : ("private.network.device", Private);

    private static string? Setting(RuleFacts facts, string kind) => facts.Input.Cloud?.Setting($"kvm.{kind}.network.device") is { Length: > 0 } device ? device : null;
}
