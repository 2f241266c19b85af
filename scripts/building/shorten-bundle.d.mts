export declare function shortenBundle(file: URL): Promise<void>;
