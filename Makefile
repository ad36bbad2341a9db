PYTHON := python3
BIN := .venv/bin
REPO := playable/playable-data
URL := http://localhost:8000/api/v1

.PHONY: help dataset stats infos test test-versions test-training verify bugs mutants verdict-errors similar bench errors previews gallery pictures play evaluate test-verifiers attacks push clean
.DEFAULT_GOAL := help

help: ## list the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 18

# Installs everything into .venv; done again when pyproject.toml changes.
.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[test]'
	touch $@

dataset: .venv/ready ## build the dataset: output/*.jsonl, output/dataset.json, statistics
	$(BIN)/python scripts/generate_dataset.py

stats: .venv/ready ## print the statistics
	$(BIN)/python scripts/stats.py

infos: .venv/ready ## bring dataset_infos.json and the generated parts of README.md up to date
	$(BIN)/python scripts/update_infos.py

test: .venv/ready ## run the tests
	$(BIN)/python -m pytest tests --ignore tests/versions --ignore tests/training

test-versions: .venv/ready ## run the tests that need other releases of datasets and together (makes their environments)
	$(BIN)/python -m pytest tests/versions

test-training: .venv-training/ready ## run the training recipes on a tiny model on the CPU
	.venv-training/bin/python -m pytest tests/training

.venv-training/ready: pyproject.toml
	$(PYTHON) -m venv .venv-training
	.venv-training/bin/pip install --quiet --disable-pip-version-check torch==2.13.0
	.venv-training/bin/pip install --quiet --disable-pip-version-check -e '.[test,training]'
	touch $@

test-verifiers: .venv-verifiers/ready ## run the environment for verifiers on one reply (needs Python 3.11)
	.venv-verifiers/bin/python -m pytest tests/test_verifiers_env.py

.venv-verifiers/ready: pyproject.toml
	$(PYTHON) -m venv .venv-verifiers
	.venv-verifiers/bin/pip install --quiet --disable-pip-version-check -e '.[test,verifiers]'
	touch $@

verify: .venv/ready ## play the games that have changed, write their proofs, try the broken scripts (ALL=1: everything)
	$(BIN)/python scripts/verify.py $(if $(ALL),--all)
	$(BIN)/python scripts/verify_bugs.py $(if $(ALL),--all)

bugs: .venv/ready ## break the games that have changed on purpose, for bugfix and preference examples (ALL=1: every game)
	$(BIN)/python scripts/inject_bugs.py $(if $(ALL),--all)
	$(BIN)/python scripts/inject_silent_bugs.py $(if $(ALL),--all)

mutants: .venv/ready ## break games on purpose and count how many of the breaks the checks catch
	$(BIN)/python scripts/mutants.py

evaluate: .venv/ready ## let a model write games and play them (URL=http://localhost:8000/api/v1 MODEL=name OPTIONS="--samples 5")
	$(BIN)/python scripts/evaluate.py --base-url $(URL) --model $(MODEL) $(OPTIONS)

verdict-errors: .venv/ready ## play good and broken games as evaluation and reward do, and count the wrong verdicts
	$(BIN)/python scripts/verdict_errors.py

similar: .venv/ready ## print the games that are most alike, and fail if two are near copies
	$(BIN)/python scripts/similar.py

bench: .venv/ready ## measure building (100, 1,000 and 10,000 scripts) and playing (all games)
	$(BIN)/python scripts/bench.py
	$(BIN)/python -m playtest bench data/*/*.py

attacks: .venv/ready ## let scripts that nobody trusts try to break out, and measure what strict mode costs
	$(BIN)/python -m playtest doctor
	PLAYTEST_ATTACKS=all $(BIN)/python -m pytest tests/playtest/test_attacks.py
	$(BIN)/python -m playtest bench --strict data/pong/pong_1.py data/snake/snake.py data/tetris/tetris_1.py data/galaga/galaga_1.py data/frogger/frogger_1.py

errors: .venv/ready ## record anew what Infinity Arcade reports for each bug script
	$(BIN)/python scripts/record_error.py data/*/bugs/*_bug.py

previews: .venv/ready ## play the games that have changed for a picture and an animation of each: output/previews
	$(BIN)/python scripts/previews.py

gallery: .venv/ready ## write the gallery, a static site with a page for each game: gallery/index.html
	$(BIN)/python scripts/gallery.py

pictures: .venv/ready ## write the pictures of README.md: docs/games.png, docs/arcade.webp
	$(BIN)/python scripts/pictures.py

play: .venv/ready ## open the arcade: look at the games and play them (GAME=snake_moving_food starts one at once)
	$(BIN)/python scripts/arcade.py $(GAME)

push: .venv/ready ## publish to the Hub (REPO=playable/playable-data)
	$(BIN)/python scripts/push_to_hub.py --repo $(REPO)

clean: ## remove the environments and what was built
	rm -rf .venv .venv-training .venvs output gallery .venv-verifiers
