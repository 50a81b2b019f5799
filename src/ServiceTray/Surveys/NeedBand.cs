namespace ServiceTray.Surveys;

/// <summary>How a theme stands, worded as a wish and never as a finding.</summary>
internal enum NeedBand
{
    Good,
    Between,
    HopeForChange,
}
