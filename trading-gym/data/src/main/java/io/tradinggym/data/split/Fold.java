package io.tradinggym.data.split;

/**
 * One split: rows to train on and rows to test on, both ascending.
 *
 * @param train indices of rows, from 0
 * @param test indices of rows, from 0
 */
public record Fold(int[] train, int[] test) {}
