"""What a model writes for the prompts of the dataset, judged: ask a server, play its games, report, compare.

`prompts` knows what is asked, `ask` talks to the server, `judge` plays the games, `fits` compares them with what was
asked for, `report` counts and prints. Nothing here is imported by playtest or playable_data.
"""
