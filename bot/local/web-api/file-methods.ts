import { LOCAL_BOT } from '../local-members.ts';
import { fileForApi } from '../stored-files.ts';
import { ApiError, type ApiMethod, textArgument } from './api-method.ts';

/** `files.info`. */
export const FILE_METHODS: Readonly<Record<string, ApiMethod>> = {
  'files.info': {
    token: 'bot',
    required: ['file'],
    scopes: ['files:read'],
    run(slack, args) {
      const file = slack.state.files.get(textArgument(args, 'file'));
      const channel = file && slack.state.channels.get(file.channel);
      if (!file || channel?.members.includes(LOCAL_BOT.userId) !== true) throw new ApiError('file_not_found');
      if (file.isDeleted) throw new ApiError('file_deleted');
      return { file: fileForApi(slack, file), comments: [], response_metadata: { next_cursor: '' } };
    },
  },
};
