double atLeastOne(int tests, double level) {
    return 1 - Math.pow(1 - level, tests);
}
