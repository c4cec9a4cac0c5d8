double update(double value, double reward, double best, boolean ended) {
    return value + 0.5 * (reward + (ended ? 0 : 0.9 * best) - value);
}
