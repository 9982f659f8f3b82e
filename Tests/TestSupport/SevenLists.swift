/// A table of lists as a user brings it: two short lists and a long one in Oslo, one of each in the
/// others; room on both tiers.
public let sevenLists = """
  list,municipality,length,cap
  oslo-a,oslo,700,800
  oslo-b,oslo,960,1040
  oslo-c,oslo,1500,1600
  baerum-a,baerum,985,1060
  baerum-b,baerum,1480,1500
  tromso-a,tromso,650,700
  tromso-b,tromso,1000,1020

  """
