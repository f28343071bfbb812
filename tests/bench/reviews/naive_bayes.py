"""Reference of bench:reviews, part rating: multinomial naive Bayes of scikit-learn on the same tables.

/usr/bin/python3 tests/bench/reviews/naive_bayes.py [--draws 5]

Words and pairs of words of title and text (Chinese: one to three characters), in at least two reviews. The clothing label
is "not recommended", and for comparison three stars or fewer, and two or fewer against four or more.
"""

import argparse
import gzip
import io
import zipfile
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.metrics import accuracy_score, roc_auc_score
from sklearn.naive_bayes import MultinomialNB

FOLDER = Path(__file__).resolve().parents[4] / "shared/data/reviews"
SIZES = (100, 300, 1000, 3000)
TESTED = 5000


def clothing():
    archive = zipfile.ZipFile(FOLDER / "Womens Clothing E-Commerce Reviews.csv.zip")
    name = next(n for n in archive.namelist() if n.endswith(".csv") and not n.startswith("__"))
    table = pd.read_csv(archive.open(name))
    table = table[table["Review Text"].notna()]
    texts = (table["Title"].fillna("") + ". " + table["Review Text"]).to_numpy()
    stars = table["Rating"].to_numpy()
    everyone = np.ones(len(stars), bool)
    yield "clothing, not recommended", texts, (table["Recommended IND"] == 0).to_numpy(), everyone
    yield "clothing, three stars or fewer", texts, stars <= 3, everyone
    yield "clothing, two or fewer against four or more", texts, stars <= 2, stars != 3


def chinese():
    with gzip.open(FOLDER / "online_shopping_10_cats.csv.gz") as file:
        table = pd.read_csv(io.TextIOWrapper(file, "utf8")).dropna()
    hotel = (table["cat"] == "酒店").to_numpy()
    bad = (table["label"] == 0).to_numpy()
    yield "goods", table["review"].to_numpy(), bad, ~hotel
    yield "hotels", table["review"].to_numpy(), bad, hotel


def judge(name, texts, bad, kept, draws, counter):
    for size in SIZES:
        areas, accuracies = [], []
        for draw in range(draws):
            order = np.random.RandomState(draw).permutation(np.flatnonzero(kept))
            own, unseen = order[:size], order[-TESTED:]
            words = counter()
            model = MultinomialNB().fit(words.fit_transform(texts[own]), bad[own])
            chances = model.predict_proba(words.transform(texts[unseen]))[:, 1]
            areas.append(roc_auc_score(bad[unseen], chances))
            accuracies.append(accuracy_score(bad[unseen], chances > 0.5))
        print(f"{name}, {size} own: AUC {np.mean(areas):.3f}, accuracy {np.mean(accuracies):.3f}", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--draws", type=int, default=5)
    draws = parser.parse_args().draws
    for table in clothing():
        judge(*table, draws, lambda: CountVectorizer(ngram_range=(1, 2), min_df=2))
    for table in chinese():
        judge(*table, draws, lambda: CountVectorizer(analyzer="char", ngram_range=(1, 3), min_df=2))


main()
