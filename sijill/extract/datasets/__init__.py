"""Rows of datasets that code events: their codes as claims of the dataset, each pointing at the columns it rests on."""
