using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Web.Shared;

/// <summary>Somebody pressed the button of a fix.</summary>
public sealed record ChosenFix(Finding Finding, Fix Fix);
