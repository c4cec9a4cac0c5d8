double soft(double advantage, double temperature) {
    return 1 / (1 + Math.exp(-advantage / temperature));
}
