"""Writes the files of worlds whose truth is known, and judges plans in them."""
import json
import subprocess

import pandas as pd

import thresholds_world
from evaluation import ROOT

BENCH = (ROOT.parent / 'shared' / 'bench').resolve()
NEW_PRODUCTS = 200
FIRST_MONDAY = pd.Timestamp('2025-12-29')


def write_world(world, folder, seed, launches):
    """Writes history, new products and actions into the folder.

    Returns a function from a plan's file to its capture."""
    if world == 'thresholds':
        truth = thresholds_world.write(folder, seed, launches, NEW_PRODUCTS)
        return lambda plan: thresholds_world.capture(truth, pd.read_csv(plan))
    same = ['--world', world, '--seed', str(seed), '--launches', str(launches), '--new', str(NEW_PRODUCTS)]
    run_bench('launch-world.mjs', *same, '--out', folder)
    return lambda plan: json.loads(run_bench('judge.mjs', *same, plan))['capture']


def run_bench(script, *words):
    return subprocess.run(['node', BENCH / script, *words], check=True, capture_output=True, text=True).stdout


def read_space(folder):
    return json.loads((folder / 'actions.json').read_text())


def years_to_plan(history):
    """Returns the years from the first launch to the planned year."""
    return (pd.Timestamp('2026-01-01') - history.launch_date.min()).days / 365.25
