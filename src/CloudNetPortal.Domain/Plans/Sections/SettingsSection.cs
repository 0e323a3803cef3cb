namespace CloudNetPortal.Domain.Plans.Sections;

/// <summary>Settings of the whole cloud that somebody turned on for this push.</summary>
public sealed class SettingsSection : PlanSection
{
    /// <inheritdoc/>
    public override IEnumerable<PlanStep> Steps(PlanContext context) =>
        context.Design.GlobalSettings.Where(s => s.Apply).Select(setting => new PlanStep
        {
            Key = $"setting/{setting.Id}", Section = "Settings", Title = $"Setting {setting.Name}", DesignPath = $"globalSettings/{setting.Id}",
            Command = "updateConfiguration",
            Arguments = [PlanArgument.Of("name", setting.Name), PlanArgument.Of("value", setting.Value ?? "")],
            ReadBack = new PlanReadBack("listConfigurations", [PlanArgument.Of("name", setting.Name)], [PlanArgument.Of("name", setting.Name)],
                [new PlanExpectation("value", PlanArgument.Of("value", setting.Value ?? ""), Comparison.Exact, $"globalSettings/{setting.Id}/value")]),
            SideEffect = "Concerns every zone of the cloud; some settings act only after the management server restarts.",
            UndoNote = "Set the former value again.",
        });
}
