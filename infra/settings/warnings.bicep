// Written by scripts/sync-parameters from the program's own settings: section `warnings`.
@export()
@description('What may be set; what is left out has the program\'s default. Numbers with a fraction and lengths of time are text.')
@sealed()
type warningsSettings = {
  @description('Risk index at or above which a warning is blue, in points. 0 to 100; default 12.')
  enterBlue: string?

  @description('Risk index below which a blue warning clears, in points. 0 to 100; default 8.')
  leaveBlue: string?

  @description('Risk index at or above which a warning is yellow, in points. 0 to 100; default 28.')
  enterYellow: string?

  @description('Risk index below which a yellow warning is lowered, in points. 0 to 100; default 20.')
  leaveYellow: string?

  @description('Risk index at or above which a warning is orange, in points. 0 to 100; default 43.5.')
  enterOrange: string?

  @description('Risk index below which an orange warning is lowered, in points. 0 to 100; default 34.')
  leaveOrange: string?

  @description('Risk index at or above which a warning is red, in points. 0 to 100; default 70.')
  enterRed: string?

  @description('Risk index below which a red warning is lowered, in points. 0 to 100; default 58.')
  leaveRed: string?

  @description('Minimum people and reports that tell a story in the long window to raise a warning, each counted once, unless it is on a hot list. 1 to 10000; default 5.')
  floor: string?

  @description('Different news reports that satisfy the minimum on their own. 1 to 1000; default 2.')
  newsFloor: string?

  @description('How long before a level can be lowered and before a cleared story can be raised again, in minutes. 0 to 10080; default 360.')
  coolDown: string?

  @description('How long a dismissed story stays suppressed, in hours. 0 to 720; default 72.')
  dismissFor: string?

  @description('Hour of the day when quiet hours start, in the brand\'s time zone; same as the end = none. 0 to 24; default 0.')
  quietFrom: string?

  @description('Hour of the day when quiet hours end. 0 to 24; default 0.')
  quietUntil: string?

  @description('Lowest level that opens a case: 1 (blue) to 4 (red). 1 to 4; default 3.')
  openCaseAt: string?

  @description('Lowest level that is mailed: 1 (blue) to 4 (red). 1 to 4; default 2.')
  mailAt: string?

  @description('The long window, for events, hits, entries, authors and shares, in hours. 1 to 72; default 24.')
  longWindow: string?

  @description('The short window, for growth, acceleration and bursts, in minutes. 10 to 240; default 60.')
  shortWindow: string?

  @description('Days of history that bursts and drift are compared with. 1 to 28; default 14.')
  baselineDays: string?

  @description('Severity at or above which an event is serious. 0 to 1; default 0.5.')
  graveFrom: string?

  @description('Fraction of its severity a story keeps while neither a hot list nor the news carries it. 0 to 1; default 0.5.')
  voiceShare: string?

  @description('Share of EventSeverity in the risk index. 0 to 100; default 60.')
  weightEventSeverity: string?

  @description('Share of RiskHits in the risk index. 0 to 100; default 8.')
  weightRiskHits: string?

  @description('Share of HotList in the risk index. 0 to 100; default 8.')
  weightHotList: string?

  @description('Share of MediaFrequency in the risk index. 0 to 100; default 3.')
  weightMediaFrequency: string?

  @description('Share of Volume in the risk index. 0 to 100; default 2.')
  weightVolume: string?

  @description('Share of NegativeCount in the risk index. 0 to 100; default 3.')
  weightNegativeCount: string?

  @description('Share of NegativeShare in the risk index. 0 to 100; default 5.')
  weightNegativeShare: string?

  @description('Share of NegativeGrowth in the risk index. 0 to 100; default 4.')
  weightNegativeGrowth: string?

  @description('Share of Acceleration in the risk index. 0 to 100; default 1.')
  weightAcceleration: string?

  @description('Share of Burst in the risk index. 0 to 100; default 2.')
  weightBurst: string?

  @description('Share of Reach in the risk index. 0 to 100; default 1.')
  weightReach: string?

  @description('Share of UniqueAuthors in the risk index. 0 to 100; default 0.5.')
  weightUniqueAuthors: string?

  @description('Share of HighFollowerAuthors in the risk index. 0 to 100; default 0.5.')
  weightHighFollowerAuthors: string?

  @description('Share of Platforms in the risk index. 0 to 100; default 1.')
  weightPlatforms: string?

  @description('Share of SentimentDrift in the risk index. 0 to 100; default 1.')
  weightSentimentDrift: string?
}

@export()
var warningsDefaults = {
  enterBlue: '12'
  leaveBlue: '8'
  enterYellow: '28'
  leaveYellow: '20'
  enterOrange: '43.5'
  leaveOrange: '34'
  enterRed: '70'
  leaveRed: '58'
  floor: '5'
  newsFloor: '2'
  coolDown: '360'
  dismissFor: '72'
  quietFrom: '0'
  quietUntil: '0'
  openCaseAt: '3'
  mailAt: '2'
  longWindow: '24'
  shortWindow: '60'
  baselineDays: '14'
  graveFrom: '0.5'
  voiceShare: '0.5'
  weightEventSeverity: '60'
  weightRiskHits: '8'
  weightHotList: '8'
  weightMediaFrequency: '3'
  weightVolume: '2'
  weightNegativeCount: '3'
  weightNegativeShare: '5'
  weightNegativeGrowth: '4'
  weightAcceleration: '1'
  weightBurst: '2'
  weightReach: '1'
  weightUniqueAuthors: '0.5'
  weightHighFollowerAuthors: '0.5'
  weightPlatforms: '1'
  weightSentimentDrift: '1'
}
