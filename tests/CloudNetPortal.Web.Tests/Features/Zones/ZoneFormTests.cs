using Bunit;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Web.Features.Zones;
using CloudNetPortal.Web.Features.Zones.Sections;
using CloudNetPortal.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CloudNetPortal.Web.Tests.Features.Zones;

public sealed class ZoneFormTests : BunitContext
{
    private readonly List<FieldEdit> _saved = [];

    public ZoneFormTests() => Services.AddSingleton(TimeProvider.System);

    [Fact]
    public void Label_LeftWithAnotherText_SavesPathAndWhatWasSeen()
    {
        var matrix = Show<LabelMatrix>(Editing());

        matrix.Find("input[value='cloudbr1']").Change("cloudbr9");

        var edit = Assert.Single(_saved);
        Assert.Equal(("physicalNetworks/n1/trafficTypes/t1/labels/KVM", "cloudbr1", "cloudbr9"), (edit.Path, (string?)edit.From, (string?)edit.To));
    }

    [Fact]
    public void Label_MissingOnOneHost_SaysOnHowManyAndOnWhich()
    {
        var matrix = Show<LabelMatrix>(Editing());

        Assert.Contains("1 of 2 · not kvm2", matrix.Markup);
        Assert.Contains("on 1 of 2 hosts", matrix.Find("datalist option[value='cloudbr1']").TextContent);
    }

    [Fact]
    public void Field_WithAFinding_IsInvalidAndSaysWhy()
    {
        var editing = Editing() with { Findings = [new Finding { RuleId = "CNP4003", Severity = Severity.Error, Path = "guestCidr", Message = "203.0.113.0/24 is not private." }] };

        var form = Show<BasicsForm>(editing);

        var input = form.Find("#f-guestCidr input");
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Contains("203.0.113.0/24 is not private.", form.Find($"#{input.GetAttribute("aria-describedby")!.Split(' ')[0]}").TextContent);
    }

    [Fact]
    public void Field_ChangedByTwo_ShowsBothValuesAndTakesMineOnRequest()
    {
        var conflict = new FieldConflict(FieldEdit.Text("name", "ams1", "mine"), "theirs", "Changed.");
        var editing = Editing() with { States = new Dictionary<string, FieldState> { ["name"] = new(SaveState.NotSaved, "Ben changed this.", conflict) } };
        var form = Show<BasicsForm>(editing);
        Assert.Contains("theirs", form.Find("[role=alert]").TextContent);
        Assert.Contains("mine", form.Find("[role=alert]").TextContent);

        form.FindAll("button").Single(b => b.TextContent == "Take mine").Click();

        var edit = Assert.Single(_saved);
        Assert.Equal(("theirs", "mine"), ((string?)edit.From, (string?)edit.To));
    }

    [Fact]
    public void TrafficType_Ticked_AddsAnObjectToTheNetwork()
    {
        var form = Show<NetworksForm>(Editing());

        form.FindAll("fieldset input[type=checkbox]")[^1].Change(true);

        var edit = Assert.Single(_saved);
        Assert.StartsWith("physicalNetworks/n1/trafficTypes/", edit.Path);
        Assert.Equal("Storage", (string?)edit.To!["type"]);
    }

    [Fact]
    public void Hosts_PickedFromTheCatalogue_AreAddedByName()
    {
        var form = Show<ComputeForm>(Editing());

        form.FindAll("fieldset .check input").Single().Change(true);
        form.FindAll("button").Single(b => b.TextContent == "Add 1 host").Click();

        Assert.Equal("kvm3", (string?)Assert.Single(_saved).To!["device"]);
    }

    [Fact]
    public void Form_OnlyRead_OffersNothingToChange()
    {
        var form = Show<PodsForm>(Editing() with { MayEdit = false });

        Assert.All(form.FindAll("input.input"), input => Assert.True(input.HasAttribute("readonly")));
        Assert.Empty(form.FindAll("button"));
    }

    [Fact]
    public void NameWithMarkup_IsShownAsText()
    {
        var editing = Editing();
        editing.Design.PhysicalNetworks[0].Name = "<b>x</b>";

        Assert.Empty(Show<NetworksForm>(editing).FindAll("h2 b"));
    }

    private IRenderedComponent<TForm> Show<TForm>(ZoneEditing editing) where TForm : IComponent =>
        Render<CascadingValue<ZoneEditing>>(p => p.Add(c => c.Value, editing).AddChildContent<TForm>()).FindComponent<TForm>();

    private ZoneEditing Editing() => new()
    {
        Design = new ZoneDesign
        {
            Id = "z", Name = "ams1", GuestCidr = "203.0.113.0/24",
            PhysicalNetworks =
            {
                new PhysicalNetwork
                {
                    Id = "n1", Name = "guest-a", IsolationMethods = ["VLAN"],
                    TrafficTypes = { new TrafficType { Id = "t1", Type = "Guest", Labels = { ["KVM"] = "cloudbr1" } }, new TrafficType { Id = "t2", Type = "Management", Labels = { ["KVM"] = "cloudbr0" } } },
                },
            },
            Pods = { new Pod { Id = "p1", Name = "pod1", Clusters = { new Cluster { Id = "c1", Name = "c1", Hosts = { new Host { Id = "h1", Device = "kvm1" }, new Host { Id = "h2", Device = "kvm2" } } } } } },
        },
        Catalogue = new CatalogueSnapshot { Devices = [Host("kvm1", "cloudbr0", "cloudbr1"), Host("kvm2", "cloudbr0"), Host("kvm3", "cloudbr0", "cloudbr1")] },
        Save = edits =>
        {
            _saved.AddRange(edits);
            return Task.CompletedTask;
        },
    };

    private static Device Host(string name, params string[] bridges)
    {
        var device = new Device { Name = name, Role = DeviceRoles.Hypervisor, LogicalHost = new LogicalHost { Hypervisor = "KVM" } };
        device.Interfaces.AddRange(bridges.Select(b => new Interface { Name = b, Kind = InterfaceKind.Bridge, DeviceId = device.Id }));
        return device;
    }
}
