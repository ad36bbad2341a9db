"""Many scripts on many machines: `pool.in_order` as a pipeline of Ray Data. Needs the extra `ray`."""

import importlib.util
import logging
import os
import pickle

from playtest import pool
from playtest.console import strict_console

ENGINES = ["local", "ray"]
MOST_TASKS = 10_000  # each costs the driver's process some time, which a million of them would make hours


def engine(name):
    """Return the function that plays items in order on an engine: `pool.in_order` or the one of this module.

    Raises ModuleNotFoundError if it is ray and that is not installed.
    """
    if name == "local":
        return pool.in_order
    if importlib.util.find_spec("ray") is None:
        raise ModuleNotFoundError("The engine ray is not installed: pip install -e '.[ray]'")
    return in_order


class Worker:
    """A process of the pipeline, with a console for as long as it lives."""

    def __init__(self, function, make_console):
        self.function, self.make_console, self.console = function, make_console, None

    def __call__(self, row):
        try:
            self.console = self.console or self.make_console()
            outcome = self.function(pickle.loads(row["item"]), self.console), None
        except Exception as problem:  # is raised by in_order, as it is; Ray would wrap it in pages of its own
            outcome = None, problem
        return {"outcome": pickle.dumps(outcome)}  # bytes: a table would fill up dicts with each other's keys


def in_order(function, items, jobs=None, make_console=strict_console):
    """Yield function(item, console) for each item, in their order, from at most `jobs` processes of a Ray cluster.

    By default from as many as the cluster has cores. It is the cluster that RAY_ADDRESS names, or else this machine.
    Ray starts a process anew that has died, and gives its items out again. All items are read at once. Raises
    ConnectionError if the cluster does not answer.
    """
    rows = [{"item": pickle.dumps(item)} for item in items]
    if not rows:
        return
    data = start()
    dataset = data.from_items(rows, override_num_blocks=min(len(rows), MOST_TASKS))
    workers = data.ActorPoolStrategy(min_size=1, max_size=jobs)
    outcomes = dataset.map(Worker, fn_constructor_args=(function, make_console), compute=workers, num_cpus=1)
    for row in outcomes.iter_rows():
        result, problem = pickle.loads(row["outcome"])
        if problem is not None:
            raise problem
        yield result


def start():
    """Join the cluster or start one, without Ray's messages and progress bars, and return the module ray.data."""
    import ray
    from ray import data

    if not ray.is_initialized():
        address = os.environ.get("RAY_ADDRESS", "local")  # without it Ray would look for one on this machine
        ray.init(address, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
    logging.getLogger("ray.data").setLevel("ERROR")
    context = data.DataContext.get_current()
    context.enable_progress_bars = False
    context.execution_options.preserve_order = True
    return data
