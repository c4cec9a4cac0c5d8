double kelly(double chance, double odds) {
    return Math.max(0, chance - (1 - chance) / odds);
}
