# Completions of track for PowerShell. `track completions powershell` prints this.
Register-ArgumentCompleter -Native -CommandName track -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    # The words as they are typed: nothing of a line that is not finished is evaluated.
    $words = @($commandAst.CommandElements | Where-Object { $_.Extent.StartOffset -lt $cursorPosition } | ForEach-Object {
        if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value } else { $_.Extent.Text }
    })
    $index = $words.Count - 1
    if ($wordToComplete -eq '') { $index += 1 }
    $complete, $at = $env:TRACK_COMPLETE, $env:_CLAP_COMPLETE_INDEX
    try {
        $env:TRACK_COMPLETE, $env:_CLAP_COMPLETE_INDEX = 'powershell', "$index"
        $found = @(& track -- $words 2>$null)
    } finally {
        $env:TRACK_COMPLETE, $env:_CLAP_COMPLETE_INDEX = $complete, $at
    }
    $found | Where-Object { $_ } | ForEach-Object {
        $word, $about = $_.Split("`t", 2)
        if (-not $about) { $about = $word }
        [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $about)
    }
}
