package io.tradinggym.signals.observe;

import io.tradinggym.signals.model.SignalModel;

/**
 * A model and when it begins to predict: all that it was trained on lies before.
 *
 * @param from epoch milliseconds UTC of the first close that it predicts at
 */
record Stage(long from, SignalModel model) {}
